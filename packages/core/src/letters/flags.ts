import type { DraftContext } from './context.ts'
import type { Block, DraftFlag, DraftFlagCode, DraftKind, DraftPart } from './model.ts'
import { findParagraph, isLeftOut, messagesOf, paragraphsBelow } from './context.ts'
import { isToSecretaryGeneral } from './points.ts'
import { readOpening } from './rules/opening.ts'

/** What a person must look at: first what concerns the whole draft, then block by block. */
export function flagsOf(
  context: DraftContext,
  kind: DraftKind,
  parts: readonly DraftPart[],
): DraftFlag[] {
  const whole: readonly [DraftFlagCode, boolean][] = [
    ['form_not_confirmed', !isFormConfirmed(context, kind)],
    ['language_missing', context.reading.document.language === null],
    ['opening_not_found', isOpeningMissing(context, kind)],
    ['dates_out_of_order', !areDatesInOrder(context)],
    ['points_left_out', isAnythingLeftOut(context, kind)],
  ]
  const found = whole.filter(([, applies]) => applies).map(([code]) => ({ code, block: null }))
  const blocks = parts.flatMap((part) => part.blocks)
  return [...found, ...blocks.flatMap((block) => flagsOfBlock(context, kind, block))]
}

function flagsOfBlock(context: DraftContext, kind: DraftKind, block: Block): DraftFlag[] {
  const flags: readonly [DraftFlagCode, boolean][] = [
    ['wording_not_proven', block.alternatives.length > 0],
    ['head_verb_unknown', isHeadUnknown(context, kind, block)],
  ]
  return flags.filter(([, applies]) => applies).map(([code]) => ({ code, block: block.id }))
}

/** Whether a point stands right below "I am entrusted to:" and does not open with a known verb. */
function isHeadUnknown(context: DraftContext, kind: DraftKind, block: Block): boolean {
  if (kind === 'statement' || kind === 'recommendation' || block.role !== 'point') return false
  const source = findParagraph(context, block.id)
  if (source === undefined || block.level > 1) return false
  return context.grammar.splitHead(source.text) === null
}

/** Specimens known: one letter to the Secretary-General and parts of statements, both in English. */
function isFormConfirmed({ language, envelope }: DraftContext, kind: DraftKind): boolean {
  if (language !== 'en') return false
  return kind === 'statement' || (kind === 'transmitted_letter' && isToSecretaryGeneral(envelope))
}

function isOpeningMissing(context: DraftContext, kind: DraftKind): boolean {
  const { meeting, basis, report } = readOpening(context)
  if (kind === 'recommendation') return false
  return kind === 'statement' ? report === null : meeting === null || basis === null
}

/** Adopted, signed by the Chair, signed by the President, circulated: each may not come before the other. */
function areDatesInOrder({ facts, reading }: DraftContext): boolean {
  const days = [
    reading.document.dates.meeting,
    facts.adoptedOn,
    facts.chair?.signedOn,
    facts.president?.signedOn,
    facts.circulatedOn,
  ].filter((day) => typeof day === 'string')
  return days.every((day, index) => index === 0 || day >= (days[index - 1] ?? day))
}

function isAnythingLeftOut(context: DraftContext, kind: DraftKind): boolean {
  return messagesOf(context, kind).some(({ eid }) =>
    paragraphsBelow(context, eid).some((point) => isLeftOut(context, point.eid)),
  )
}
