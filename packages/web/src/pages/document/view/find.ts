import type { Paragraph } from '@vigil/core/documents'
import type { Mark } from './stretches.ts'

/** Where a word was found: the paragraph and the range of its text, in UTF-16 units. */
export interface Hit extends Mark {
  readonly eid: string
}

const ALIKE: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '‑': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\n': ' ',
}

/** `text` without case and accents, unit for unit, so that offsets stay valid. */
function fold(text: string): string {
  return Array.from({ length: text.length }, (_, index) => foldUnit(text.charAt(index))).join('')
}

function foldUnit(unit: string): string {
  const alike = ALIKE[unit]
  if (alike !== undefined) return alike
  const folded = unit.normalize('NFD').charAt(0).toLowerCase()
  return folded.length === 1 ? folded : unit
}

/** One letter of an alphabet stands everywhere and is not looked for; one Chinese character is. */
export function isFindable(words: string): boolean {
  return words.trim().length > 1 || /\p{Script=Han}/u.test(words)
}

/** What is looked for. */
export interface Wanted {
  /** Looked for everywhere, as it is written. */
  readonly phrase: string
  /** Whole words to be found in single paragraphs: what a search found there, by `eid`. */
  readonly words: ReadonlyMap<string, readonly string[]>
}

/**
 * Every place where the phrase or a word stands, in the order of the document. Case and accents do
 * not matter; where two would overlap, the phrase stands.
 */
export function findHits(paragraphs: readonly Paragraph[], { phrase, words }: Wanted): Hit[] {
  const hits: Hit[] = []
  for (const { eid, text } of paragraphs) {
    const pattern = toPattern(phrase, words.get(eid) ?? [])
    if (!pattern) continue
    for (const match of fold(text).matchAll(pattern)) {
      const start = match.index
      hits.push({ eid, start, end: start + match[0].length, mark: hits.length })
    }
  }
  return hits
}

function toPattern(phrase: string, words: readonly string[]): RegExp | null {
  const wanted = [
    toSource(phrase.replaceAll(/["“”«»]/gu, '')),
    ...words.map((word) => `(?<![\\p{L}\\p{N}])${toSource(word)}(?![\\p{L}\\p{N}])`),
  ].filter((source) => source !== '')
  return wanted.length === 0 ? null : new RegExp(wanted.join('|'), 'gu')
}

/** A pattern that finds `words` as written, with any number of blanks between them. */
function toSource(words: string): string {
  const literal = fold(words.trim()).replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
  return literal.replace(/ +/gu, ' +')
}

/** Hits by paragraph, for drawing. */
export function hitsByParagraph(hits: readonly Hit[]): ReadonlyMap<string, readonly Hit[]> {
  const byParagraph = new Map<string, Hit[]>()
  for (const hit of hits) {
    const known = byParagraph.get(hit.eid)
    if (known) known.push(hit)
    else byParagraph.set(hit.eid, [hit])
  }
  return byParagraph
}
