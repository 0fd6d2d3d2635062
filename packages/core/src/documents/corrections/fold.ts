import type { Paragraph } from '../model.ts'
import { listInForce } from './in-force.ts'
import type { Correction, Span } from './model.ts'
import { carryState, correctState, type ParagraphState, startState } from './state.ts'

/** A paragraph as it is read today. */
interface ReadParagraph {
  readonly text: string
  readonly base: readonly Span[]
  readonly madeOn: number
}

/**
 * What people made of one paragraph, on its text of today. Corrections made on an earlier text are
 * folded on that one first and then carried over.
 */
export function foldParagraph(
  corrections: readonly Correction[],
  today: ReadParagraph,
): ParagraphState {
  let state: ParagraphState | undefined
  for (const correction of corrections) {
    const { text, base, annotationVersion } = correction
    const on = { text, base, madeOn: annotationVersion }
    state = correctState(
      state ? carryState(state, on) : startState(text, base, on.madeOn),
      correction,
    )
  }
  return state ? carryState(state, today) : startState(today.text, today.base, today.madeOn)
}

/**
 * The corrections that hold, by the paragraph of today they belong to: the one with the same words
 * at the same address, else the only one with the same words, else the one at the same address.
 * `undefined` is the key of those whose paragraph is gone.
 */
export function groupByParagraph(
  corrections: readonly Correction[],
  paragraphs: readonly Pick<Paragraph, 'eid' | 'text'>[],
): ReadonlyMap<string | undefined, Correction[]> {
  const byEid = new Map(paragraphs.map((paragraph) => [paragraph.eid, paragraph]))
  const byText = Map.groupBy(paragraphs, ({ text }) => text)
  return Map.groupBy(listInForce(corrections), ({ eid, text }) => {
    const same = byEid.get(eid)
    if (same?.text === text) return eid
    const [only, ...others] = byText.get(text) ?? []
    return only && others.length === 0 ? only.eid : same?.eid
  })
}
