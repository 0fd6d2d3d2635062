import { readDocument } from '@vigil/core/documents'
import { describe, expect, it } from 'vitest'
import { readingTools } from '../../../src/documents/lexicon.ts'
import { fixture, hasTexts, sourceText, textOf } from './support.ts'

/**
 * Every fixture was printed from one of two texts; read back, it must give the same paragraphs at the
 * same addresses. Allowed beside them: the symbol of the running head and the note of the annex.
 */
const PRINTED = [
  'conclusions-chromium.pdf',
  'conclusions-libreoffice.pdf',
  'conclusions-numbered.docx',
  'conclusions-typst-columns.pdf',
  'conclusions-typst-kerning.pdf',
  'conclusions-typst-links.pdf',
  'conclusions.html',
  'letter-chromium.pdf',
  'letter-libreoffice.docx',
  'letter.html',
] as const

/** Paragraphs that differ, with the reason; everything else must be the same. */
const DIFFERENT: Partial<Record<(typeof PRINTED)[number], readonly string[]>> = {}

const ADDED = new Set(['S/AC.51/2023/3', 'The present annex is reproduced as received.'])

function read(text: string): string[] {
  return readDocument(text, readingTools)
    .paragraphs.filter((paragraph) => !ADDED.has(paragraph.text))
    .map(({ eid, text: words }) => `${eid} ${words}`)
}

/** The letter at hand is Markdown; what was printed is its words. */
function plainLetter(): string {
  return sourceText('letter-2024-01-29.txt')
    .replaceAll(/\[([^\]]*)\]\(#\)/g, '$1')
    .replaceAll(/\\([()])/g, '$1')
    .replaceAll(/\*\*|^#+ |^---$/gm, '')
}

describe.skipIf(!hasTexts)('a printed text', () => {
  it.each(PRINTED)(
    '%s gives the same paragraphs at the same addresses as the plain text',
    async (name) => {
      const source = name.startsWith('letter') ? plainLetter() : sourceText('S-AC.51-2023-3.txt')
      const expected = read(source)
      const differing = new Set(DIFFERENT[name] ?? [])
      const isSame = (paragraph: string) => !differing.has(paragraph.split(' ')[0] ?? '')
      const found = read(await textOf(fixture(name), name))
      const only = (some: string[], others: string[]) =>
        some.filter((one) => isSame(one) && !others.includes(one))
      expect({ lost: only(expected, found), added: only(found, expected) }).toEqual({
        lost: [],
        added: [],
      })
      expect(found.length).toBe(expected.length)
      expect(expected.length).toBeGreaterThan(15)
    },
  )
})
