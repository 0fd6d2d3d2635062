import { type CheckRow, compareWords } from '@vigil/core/letters'
import type { WordRun } from '../../../components/word-difference.tsx'

type WordChanges = CheckRow['words']

const CHANGES = {
  same: 'same',
  removed: 'deleted',
  added: 'inserted',
  filled: 'filled',
} as const satisfies Record<WordChanges[number]['change'], WordRun['change']>

/** A comparison of core as stretches that can be shown, blanks between them put back. */
export function toWordRuns(changes: WordChanges): WordRun[] {
  return changes.flatMap(({ change, text }, index) => {
    const run = { text, change: CHANGES[change] }
    return index === 0 ? [run] : [{ text: ' ', change: 'same' as const }, run]
  })
}

/** Two texts as one, word by word. */
export function differenceOf(before: string, after: string): WordRun[] {
  const run = { text: before, strong: false, blank: null, symbol: null }
  return toWordRuns(compareWords({ runs: [run] }, after))
}
