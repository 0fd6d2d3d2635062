import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkLetter, type Draft, LetterFacts, renderText } from '@vigil/core/letters'
import { describe, expect, it } from 'vitest'
import { readReturned } from '../../src/letters/check/returned.ts'
import { printDocx } from '../../src/letters/output/docx/docx.ts'
import { printPdf } from '../../src/letters/output/pdf/pdf.ts'
import { hasTexts, sourceText, textOf, TEXTS } from '../documents/extract/support.ts'
import { draftOf, FACTS } from './drafting.ts'

const HOSTILE = '#import "x" *_`$ $x^2$ \\#panic() <w:t>&amp; ]]> "q" @ref [x](y) //z ~ = - + /'
const MIXED = 'Amīn المكتب الدائم لمالي שלום Ελένη Жанна Łódź ﬁn'

function pdfOf(draft: Draft): Uint8Array {
  const printed = printPdf(draft)
  if (!printed.ok) throw new Error(printed.characters.join(' '))
  return printed.bytes
}

/** What of a printed letter is not as in its draft. */
async function differences(draft: Draft, name: string, bytes: Uint8Array): Promise<unknown[]> {
  const returned = await readReturned({ name, bytes })
  if (!returned.ok) throw new Error(returned.problem)
  const { rows } = checkLetter(returned.paragraphs, draft)
  return rows.filter(({ state }) => state !== 'same').map(({ state, words }) => ({ state, words }))
}

const words = (text: string) => text.normalize('NFKC').split(/\s+/).filter(Boolean)

describe('a letter says the same as text, as Word file and as PDF', () => {
  it.each(['para_4', 'para_5'])('message %s, with facts and without', async (envelope) => {
    for (const facts of [FACTS, LetterFacts.parse({})]) {
      const draft = draftOf(envelope, { facts })
      expect(await differences(draft, 'a.txt', Buffer.from(renderText(draft)))).toEqual([])
      expect(await differences(draft, 'a.docx', await printDocx(draft))).toEqual([])
      expect(await differences(draft, 'a.pdf', pdfOf(draft))).toEqual([])
    }
  })

  it('words that printers give a meaning, and words from right to left', async () => {
    const facts = LetterFacts.parse({
      ...FACTS,
      country: HOSTILE,
      chair: { ...FACTS.chair, name: MIXED },
    })
    const draft = draftOf('para_4', { facts })
    expect(await differences(draft, 'a.docx', await printDocx(draft))).toEqual([])
    const printed = words(await textOf(pdfOf(draft), 'a.pdf'))
    expect(printed).toEqual(expect.arrayContaining(words(HOSTILE)))
    expect(printed).toEqual(expect.arrayContaining(words(MIXED).slice(-5)))
  })

  it('control characters and halves of characters disturb neither', async () => {
    const country = 'A\u0000\u0007\u001B\uFFFEB \uD800 C\u2028D'
    // As an edit of a person may bring them; facts themselves are checked.
    const draft = draftOf('para_4', { facts: { ...FACTS, country } })
    expect(await textOf(await printDocx(draft), 'a.docx')).toContain('in AB � C\nD on 13')
    expect(await textOf(pdfOf(draft), 'a.pdf')).toMatch(/in AB � C\s+D on 13/)
  })
})

describe('a printed letter', () => {
  it('is the same file whenever the same draft is printed', async () => {
    const draft = draftOf('para_4')
    const origin = {
      conclusions: null,
      facts: FACTS,
      choices: { language: null, leftOut: [], accepted: [], edits: [] },
    }
    const [first, second] = [await printDocx(draft, origin), await printDocx(draft, origin)]
    expect(Buffer.compare(first, second)).toBe(0)
    expect(Buffer.compare(pdfOf(draft), pdfOf(draft))).toBe(0)
  })

  it('as PDF says that it is accessible, and embeds what it is set in', () => {
    const source = Buffer.from(pdfOf(draftOf('para_4'))).toString('latin1')
    expect(source).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(source).toMatch(/\/Marked true/)
    expect(source).toMatch(/\/Lang ?\(en\)/)
    const named = source.match(/\/FontName ?\/\S+/g) ?? []
    expect(named.length).toBeGreaterThan(2)
    expect(source.match(/\/FontFile[23]? /g)).toHaveLength(named.length)
    expect(named.every((name) => /\/[A-Z]{6}\+/.test(name))).toBe(true)
  })

  it('is not printed as PDF with characters that would be missing, which are named', () => {
    const facts = LetterFacts.parse({ ...FACTS, country: '\u0378 and "\\' })
    expect(printPdf(draftOf('para_4', { facts }))).toEqual({ ok: false, characters: ['\u0378'] })
  })

  it('has its masthead in the language of the letter', async () => {
    const draft: Draft = { ...draftOf('para_4'), language: 'fr' }
    expect(await textOf(await printDocx(draft), 'a.docx')).toContain('Nations Unies')
    expect(await textOf(pdfOf(draft), 'a.pdf')).toContain('Nations Unies')
  })
})

describe.skipIf(!hasTexts)('the letter of 29 January 2024', () => {
  const facts = () =>
    LetterFacts.parse(JSON.parse(readFileSync(join(TEXTS, 'letter-facts.json'), 'utf8')))

  it.each(['para_4', 'para_6', 'para_7', 'para_8', 'para_9', 'para_10', 'para_11'])(
    'and its kind: message %s says the same in all forms',
    async (envelope) => {
      const draft = draftOf(envelope, { facts: facts(), text: sourceText('S-AC.51-2023-3.txt') })
      expect(await differences(draft, 'a.docx', await printDocx(draft))).toEqual([])
      // A title of two lines at the head of a page is two texts in what is taken out of a PDF.
      const rest = await differences(draft, 'a.pdf', pdfOf(draft))
      expect(rest.length).toBeLessThanOrEqual(2)
    },
  )
})
