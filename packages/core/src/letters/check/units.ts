import { comparable } from './tokens.ts'

/** A paragraph of the returned letter, or one line of it. `at` is the index of the paragraph. */
export interface Unit {
  readonly at: number
  readonly text: string
}

const MARKER = /^(?:\(?(?:\p{Ll}{1,2}|[ivxlc]{1,6}|\d{1,3})[.)]|[•·▪◦*–—-])\s+/u

/**
 * The returned paragraphs without list markers, which a word processor counts by itself. Lines of a
 * paragraph stand alone where the draft has one of them as a paragraph (`known`), as in a masthead
 * or signature; else they are one text.
 */
export function unitsOf(paragraphs: readonly string[], known: ReadonlySet<string>): Unit[] {
  return paragraphs.flatMap((paragraph, at) => {
    const lines = paragraph
      .split(/\r\n|[\n\r\v\f\u2028\u2029]/u)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    const apart = lines.some((line) => known.has(comparable(line)))
    const texts = apart ? lines : [lines.join(' ')]
    return texts.flatMap((text) => {
      const bare = text.replace(MARKER, '').trim()
      return bare === '' ? [] : [{ at, text: bare }]
    })
  })
}
