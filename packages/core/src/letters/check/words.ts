import { diffArrays, type ArrayChange } from 'diff'
import type { WordChange } from '../check-model.ts'
import type { Block } from '../model.ts'
import { blockTokens, retell, returnedTokens, type Token } from './tokens.ts'

/**
 * Both texts retold word by word. Where only a blank was replaced, what stands there now counts as
 * `filled` and not as a difference.
 */
export function compareWords(block: Pick<Block, 'runs'>, returned: string): WordChange[] {
  const blanks = block.runs.filter(({ blank }) => blank !== null)
  const changes = diffArrays(blockTokens(block), returnedTokens(returned, blanks), {
    comparator: (one, other) => one.key === other.key,
  })
  return changes.flatMap((change, index) => {
    if (fillsBlank(changes[index - 1], change)) return []
    const next = changes[index + 1]
    if (next !== undefined && fillsBlank(change, next)) return [filled(change, next)]
    return [{ change: kindOf(change), text: retell(change.value).trim(), blank: null }]
  })
}

/** All words of a text under one heading: missing, or added. */
export function onlyWords(change: 'removed' | 'added', text: string): WordChange[] {
  return text === '' ? [] : [{ change, text, blank: null }]
}

/** Whether a comparison found anything but the same words and filled blanks. */
export function areSame(words: readonly WordChange[]): boolean {
  return words.every(({ change }) => change === 'same' || change === 'filled')
}

function kindOf({ added, removed }: ArrayChange<Token>): WordChange['change'] {
  if (added) return 'added'
  return removed ? 'removed' : 'same'
}

function fillsBlank(
  removed: ArrayChange<Token> | undefined,
  added: ArrayChange<Token>,
): removed is ArrayChange<Token> {
  return (
    removed !== undefined &&
    removed.removed &&
    added.added &&
    removed.value.length === 1 &&
    removed.value[0]?.blank !== null
  )
}

function filled(removed: ArrayChange<Token>, added: ArrayChange<Token>): WordChange {
  return {
    change: 'filled',
    text: retell(added.value).trim(),
    blank: removed.value[0]?.blank ?? null,
  }
}
