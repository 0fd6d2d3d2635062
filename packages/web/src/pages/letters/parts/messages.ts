import type { Envelope, Paragraph } from '@vigil/core/documents'
import { kindOf } from '@vigil/core/letters'

/** What is drafted as one: a letter has one message, the public statement all that travel by it. */
export function draftedTogether(envelopes: readonly Envelope[]): Envelope[][] {
  const first = envelopes.find((envelope) => kindOf(envelope) === 'statement')
  return envelopes.flatMap((envelope) => {
    if (kindOf(envelope) !== 'statement') return [[envelope]]
    return envelope === first ? [envelopes.filter((one) => kindOf(one) === 'statement')] : []
  })
}

/** A point of a message that can be left out. */
export interface MessagePoint {
  readonly eid: string
  readonly label: string | null
  readonly text: string
  /** 0 for a point right below the message. */
  readonly depth: number
}

/** The points of messages, in the order of the text. */
export function pointsOf(
  messages: readonly Pick<Envelope, 'eid'>[],
  paragraphs: readonly Paragraph[],
): MessagePoint[] {
  return messages.flatMap(({ eid: above }) =>
    paragraphs
      .filter(({ eid, kind }) => kind === 'point' && eid.startsWith(`${above}__`))
      .map(({ eid, label, text }) => ({
        eid,
        label,
        text,
        depth: eid.slice(above.length).split('__').length - 2,
      })),
  )
}
