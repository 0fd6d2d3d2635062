import type { Envelope } from '../documents/annotation.ts'
import type { Paragraph } from '../documents/model.ts'
import { sourceOf, words } from './blocks.ts'
import { isLeftOut, paragraphsBelow, type DraftContext } from './context.ts'
import type { Address, Head } from './languages/grammar.ts'
import type { Alternative, Block } from './model.ts'
import { countMarkers } from './rules/markers.ts'
import { endPoint } from './rules/punctuation.ts'
import { countRepeats } from './rules/repetition.ts'

/** How the points of a message are written: as infinitives under a frame, or as they stand. */
export type PointMood = 'infinitive' | 'as_written'

interface Written {
  readonly text: string
  readonly alternatives: Alternative[]
}

/**
 * The points of one message that go into the letter. While nothing is left out markers, marks of
 * repetition and punctuation stay as the conclusions have them; else all three are set anew.
 */
export function pointBlocks(context: DraftContext, envelope: Envelope, mood: PointMood): Block[] {
  const points = paragraphsBelow(context, envelope.eid)
  const kept = points.filter(({ eid }) => !isLeftOut(context, eid))
  const whole = kept.length === points.length
  const heads = headsOf(context, points)
  const markers = whole ? kept.map(({ marker }) => marker) : countMarkers(kept)
  return kept.map((point, index) => {
    const head = heads.get(point.eid) ?? null
    const { text, alternatives } = write(context, { point, head, mood, envelope })
    const last = kept[index + 1]?.kind !== 'point'
    const keep = whole || point.kind !== 'point'
    const finish = (found: string) => (keep ? found : endPoint(found, last))
    return {
      ...blockOf(context, point),
      marker: markers[index] ?? null,
      runs: [words(finish(text))],
      alternatives: alternatives.map((other) => ({ ...other, text: finish(other.text) })),
    }
  })
}

/** The heads of the points right below the message; what stands deeper hangs on another verb. */
function headsOf({ grammar, ...context }: DraftContext, points: readonly Paragraph[]) {
  const top = points.filter((point) => isTop(point, points))
  const texts = top.map(({ eid, text }) => ({
    text,
    leftOut: isLeftOut({ ...context, grammar }, eid),
  }))
  const heads = countRepeats(texts, grammar)
  return new Map(top.map(({ eid }, index) => [eid, heads[index] ?? null]))
}

function isTop({ kind, level }: Paragraph, points: readonly Paragraph[]): boolean {
  const levels = points.filter((point) => point.kind === 'point').map((point) => point.level)
  return kind === 'point' && level === Math.min(...levels)
}

function blockOf({ annotation }: DraftContext, { eid, kind, level }: Paragraph): Block {
  return {
    id: eid,
    role: kind === 'point' || kind === 'item' ? 'point' : 'body',
    level: Math.max(level - 1, 0),
    marker: null,
    runs: [],
    ...sourceOf(annotation, eid),
    alternatives: [],
    accepted: null,
    edited: null,
  }
}

interface Point {
  readonly point: Paragraph
  readonly head: Head | null
  readonly mood: PointMood
  readonly envelope: Envelope
}

function write(context: DraftContext, { point, head, mood, envelope }: Point): Written {
  const { grammar } = context
  if (mood === 'as_written') {
    const same = head === null || head.repeat === grammar.splitHead(point.text)?.repeat
    return { text: same ? point.text : grammar.joinHead(head), alternatives: [] }
  }
  if (isToSecretaryGeneral(envelope)) return writeToSecretaryGeneral(context, point, head)
  if (head === null) return { text: point.text, alternatives: [] }
  return {
    text: grammar.toInfinitive(head),
    alternatives: addressesOf(context, envelope).flatMap(({ reason, address }) => {
      const text = grammar.speakThroughout(head, address)
      return text === null ? [] : [{ text, reason }]
    }),
  }
}

/** Whether a letter goes to the Secretary-General alone, the only addressee a specimen speaks to. */
export function isToSecretaryGeneral({ addressees }: Envelope): boolean {
  return addressees?.length === 1 && addressees[0] === 'secretary_general'
}

/** R3: "you" only right after the head verb; "you" and "your X" deeper in the text are offered, not written. */
function writeToSecretaryGeneral(
  { grammar }: DraftContext,
  { text: original }: Paragraph,
  head: Head | null,
): Written {
  if (head === null) return { text: original, alternatives: [] }
  const address = grammar.addressOf('secretary_general', null)
  const text = (address && grammar.speakTo(head, address)) ?? grammar.toInfinitive(head)
  const offered: Alternative[] = [
    { reason: 'second_person', text: (address && grammar.speakThroughout(head, address)) ?? text },
    { reason: 'your_office', text: grammar.toYourOffice(text) },
  ]
  return { text, alternatives: offered.filter((other) => other.text !== text) }
}

interface Offer {
  readonly reason: Alternative['reason']
  readonly address: Address
}

/**
 * How another addressee might be spoken to. No letter at hand shows it, so it is only offered, and
 * only where there is one addressee: of several, nobody could tell who "you" is.
 */
function addressesOf({ grammar }: DraftContext, envelope: Envelope): Offer[] {
  const [addressee, ...others] = envelope.addressees ?? []
  if (addressee === undefined || others.length > 0) return []
  const address = grammar.addressOf(addressee, envelope.addresseeWords)
  if (address === null) return []
  const body = grammar.yourBody(addressee)
  const toBody: Offer[] =
    body === null ? [] : [{ reason: 'your_body', address: { ...address, you: body } }]
  return [{ reason: 'second_person', address }, ...toBody]
}
