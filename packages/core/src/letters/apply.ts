import type { Envelope } from '../documents/annotation.ts'
import { blockText, words } from './blocks.ts'
import type { LetterChoices } from './choices.ts'
import { isLeftOut, paragraphsBelow, type DraftContext } from './context.ts'
import type { Block } from './model.ts'
import type { LetterRefusal } from './refusal.ts'
import { linkCitations } from './rules/links.ts'

/** Breaks of lines and other signs that no paragraph can hold. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu

/** What a person chose for a block: an alternative, words of their own, links of its citations. */
export function finishBlock({ choices, annotation }: DraftContext, block: Block): Block {
  const chosen = applyEdit(applyAlternative(block, choices), choices)
  const citations = annotation.citations.filter(({ eid }) => eid === block.source)
  return { ...chosen, runs: linkCitations(chosen.runs, citations) }
}

function applyAlternative(block: Block, { accepted }: LetterChoices): Block {
  const reason = accepted.find((choice) => choice.block === block.id)?.reason
  const taken = block.alternatives.find((alternative) => alternative.reason === reason)
  return taken === undefined
    ? block
    : { ...block, runs: [words(taken.text)], accepted: taken.reason }
}

function applyEdit(block: Block, { edits }: LetterChoices): Block {
  const generated = blockText(block)
  const text = edits.findLast((edit) => edit.block === block.id)?.text.replace(BREAKS, ' ')
  if (text === undefined || text === generated) return block
  return { ...block, runs: [words(text)], edited: generated }
}

/**
 * A choice that cannot be carried out, or null: it names a block the draft does not have, or an
 * alternative that is not offered there. Choices for what is left out wait until it comes back.
 */
export function findUnknownChoice(
  context: DraftContext,
  messages: readonly Envelope[],
  blocks: readonly Block[],
): LetterRefusal | null {
  const { choices } = context
  const ids = new Set(blocks.map(({ id }) => id))
  const below = messages.flatMap(({ eid }) => paragraphsBelow(context, eid))
  const points = new Set(below.map(({ eid }) => eid))
  const strange = [...choices.accepted, ...choices.edits].find(
    ({ block }) => !ids.has(block) && !isLeftOut(context, block),
  )
  const left = choices.leftOut.find((eid) => !points.has(eid))
  const block = left ?? strange?.block
  if (block !== undefined) return { problem: 'letter.blockUnknown', values: { block } }
  const refused = choices.accepted.find(({ block: id, reason }) => {
    const found = blocks.find((candidate) => candidate.id === id)
    return found !== undefined && !found.alternatives.some((other) => other.reason === reason)
  })
  if (refused === undefined) return null
  return { problem: 'letter.alternativeUnknown', values: { block: refused.block } }
}
