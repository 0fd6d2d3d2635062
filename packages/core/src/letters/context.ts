import type { Annotation, Envelope } from '../documents/annotation.ts'
import type { Paragraph, Reading } from '../documents/model.ts'
import type { LetterChoices } from './choices.ts'
import type { LetterFacts } from './facts.ts'
import type { Grammar } from './languages/grammar.ts'
import type { DraftKind, DraftLanguage } from './model.ts'

/** All that one draft is made from. */
export interface DraftContext {
  readonly reading: Pick<Reading, 'document' | 'paragraphs'>
  readonly annotation: Annotation
  readonly envelope: Envelope
  readonly facts: LetterFacts
  readonly choices: LetterChoices
  readonly language: DraftLanguage
  readonly grammar: Grammar
}

/** The paragraph with an address. The envelope's own is always there: drafting refuses others. */
export function findParagraph({ reading }: DraftContext, eid: string): Paragraph | undefined {
  return reading.paragraphs.find((paragraph) => paragraph.eid === eid)
}

/** What stands below a paragraph, in order. */
export function paragraphsBelow({ reading }: DraftContext, eid: string): Paragraph[] {
  return reading.paragraphs.filter((paragraph) => paragraph.eid.startsWith(`${eid}__`))
}

/** The messages that go into one draft: a statement takes all that travel by it, a letter its own. */
export function messagesOf({ annotation, envelope }: DraftContext, kind: DraftKind): Envelope[] {
  if (kind !== 'statement') return [envelope]
  return annotation.envelopes.filter(({ carrier }) => carrier === 'public_statement')
}

/** Whether a point, or one that it stands below, does not go into the letter. */
export function isLeftOut({ choices }: DraftContext, eid: string): boolean {
  return choices.leftOut.some((left) => eid === left || eid.startsWith(`${left}__`))
}

/** The paragraphs in front of the first message: on the meeting, the debate, the legal basis. */
export function openingParagraphs({ reading, annotation }: DraftContext): Paragraph[] {
  const messages = new Set(annotation.envelopes.map(({ eid }) => eid))
  const first = reading.paragraphs.findIndex(({ eid }) => messages.has(eid))
  return reading.paragraphs.slice(0, Math.max(first, 0)).filter(({ kind }) => kind === 'paragraph')
}
