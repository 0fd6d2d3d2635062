import fc from 'fast-check'
import {
  annotate,
  applyCorrections,
  type CorrectedAnnotation,
  type Correctable,
  type Correction,
  createSpanReader,
  type Paragraph,
  proposeCorrection,
  proposeUndo,
} from '../../../src/documents/index.ts'

const HEAD = {
  symbol: 'S/RES/9999 (2031)',
  kind: 'resolution',
  title: null,
  language: 'en',
  dates: { meeting: null, adopted: null, signed: null, circulated: null },
} as const

/** Made-up operative paragraphs; the same words come in several of them. */
const TEXTS = [
  'Urges all parties to spare schools, requests the Secretary-General to report, and welcomes progress;',
  'Calls upon donors to fund programmes, and invites States to share lessons;',
  'Stresses the importance of training, and encourages the Government to train;',
  'Condemns all attacks;',
] as const

/** Numbered paragraphs with these texts. */
export function paragraphsOf(texts: readonly string[]): Paragraph[] {
  return texts.map((text, index) => ({
    eid: `para_${index + 1}`,
    label: String(index + 1),
    kind: 'paragraph',
    level: 1,
    marker: `${index + 1}.`,
    text,
  }))
}

/** A text as the reader of today reads it, with corrections made before. */
export function read(
  corrections: readonly Correction[] = [],
  texts: readonly string[] = TEXTS,
): Correctable {
  const reading = { document: HEAD, paragraphs: paragraphsOf(texts) }
  const annotation = annotate(reading)
  const readSpans = createSpanReader(reading, annotation)
  return { paragraphs: reading.paragraphs, clauses: annotation.clauses, corrections, readSpans }
}

/** What a random person does next: numbers choose among what is possible at that moment. */
export type Move = readonly [kind: number, clause: number, choice: number]

export const moves = fc.array(
  fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 20 }), fc.nat({ max: 90 })),
  { maxLength: 12 },
)

/** Plays moves on a text; those that are refused are left aside. */
export function play(made: readonly Move[], start = read()): Correctable {
  return made.reduce((correctable, move) => {
    const id = idOf(correctable.corrections.length)
    const proposed = propose(correctable, move, id)
    if (!proposed?.ok) return correctable
    return { ...correctable, corrections: [...correctable.corrections, proposed.correction] }
  }, start)
}

/** What reader and person say together. */
export function fold(correctable: Correctable): CorrectedAnnotation {
  return applyCorrections(correctable)
}

const THEMES = ['training', 'funding', 'sanctions'] as const

function propose(correctable: Correctable, [kind, at, choice]: Move, id: string) {
  const { corrections } = correctable
  const target = corrections[at % Math.max(1, corrections.length)]
  if (kind === 4) return target && proposeUndo(correctable, { id, correction: target.id })
  const { clauses } = applyCorrections(correctable)
  const clause = clauses[at % clauses.length]
  if (!clause) return undefined
  const { paragraph, text } = clause
  const themes = THEMES.slice(0, choice % 4)
  const change = [
    { type: 'split', at: clause.at, cut: clause.at + choice },
    { type: 'merge', at: clause.at },
    { type: 'set', at: clause.at, fields: { themes, urgent: choice % 2 === 0 } },
    { type: 'review', at: clause.at, reviewed: choice % 2 === 0 },
  ] as const
  return proposeCorrection(correctable, { id, paragraph, text, change: change[kind] ?? change[1] })
}

function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}
