import * as docx from 'docx'
import { describe, expect, it } from 'vitest'
import { extractFile, paragraphs, textOf } from './support.ts'
import { type Part, zip } from './zip.ts'

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A Word document with this body and, where given, other parts. */
function word(body: string, parts: readonly Part[] = []): Buffer {
  const document = `<?xml version="1.0"?><w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`
  return zip([{ name: 'word/document.xml', content: document }, ...parts])
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (inner: string) => `<w:p>${inner}</w:p>`
const read = async (bytes: Buffer) => paragraphs(await textOf(bytes, 'a.docx'))

describe('a Word document gives the text its author sees', () => {
  it('labels of automatic lists, restarted under each number and gone on with after an interruption', async () => {
    const levels = [
      { level: 0, format: docx.LevelFormat.DECIMAL, text: '%1.' },
      { level: 1, format: docx.LevelFormat.LOWER_LETTER, text: '(%2)' },
      { level: 2, format: docx.LevelFormat.DECIMAL, text: '%1.%2.%3' },
    ]
    const item = (text: string, level: number) =>
      new docx.Paragraph({ text, numbering: { reference: 'list', level } })
    const children = [
      item('one', 0),
      item('a', 1),
      item('b', 1),
      item('deep', 2),
      new docx.Paragraph('between'),
      item('two', 0),
      item('a again', 1),
    ]
    const document = new docx.Document({
      numbering: { config: [{ reference: 'list', levels }] },
      sections: [{ children }],
    })
    expect(await read(await docx.Packer.toBuffer(document))).toEqual([
      '1. one',
      '(a) a',
      '(b) b',
      '1.b.1 deep',
      'between',
      '2. two',
      '(a) a again',
    ])
  })

  it('tracked changes as accepted, also where the mark of a paragraph was deleted', async () => {
    const inserted = `<w:ins>${run('new ')}</w:ins>`
    const deleted = '<w:del><w:r><w:delText>old </w:delText></w:r></w:del>'
    const moved = `<w:moveFrom>${run('moved ')}</w:moveFrom>`
    const open = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
    const body =
      paragraph(run('The ') + inserted + deleted + moved + run('text')) +
      paragraph(`${open}${run('begun ')}`) +
      paragraph(run('and ended'))
    expect(await read(word(body))).toEqual(['The new text', 'begun and ended'])
  })

  it('tables row by row, or paragraph by paragraph where a cell holds several', async () => {
    const cell = (...texts: string[]) =>
      `<w:tc>${texts.map((text) => paragraph(run(text))).join('')}</w:tc>`
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
    const body = `<w:tbl>${row(cell('Mali'), cell('2023'))}${row(cell('a', 'b'), cell('c'))}</w:tbl>`
    expect(await read(word(body))).toEqual(['Mali\t2023', 'a', 'b', 'c'])
  })

  it('notes behind the text under the numbers they are referred to by', async () => {
    const body =
      paragraph(`${run('Annex')}<w:r><w:footnoteReference w:id="7"/></w:r>`) + paragraph(run('end'))
    const note = `<w:footnote w:id="7">${paragraph(run('As received.'))}</w:footnote>`
    const parts = [
      { name: 'word/footnotes.xml', content: `<w:footnotes ${NAMESPACE}>${note}</w:footnotes>` },
    ]
    expect(await read(word(body, parts))).toEqual(['Annex¹', 'end', '¹ As received.'])
  })

  it('no hidden text, no second version of a drawing, line breaks as typed', async () => {
    const body =
      paragraph(
        `${run('shown')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:br/></w:r>${run('below')}`,
      ) +
      paragraph(
        `${run('box')}<AlternateContent><Choice><w:txbxContent>${paragraph(run('in it'))}</w:txbxContent></Choice>` +
          `<Fallback><w:txbxContent>${paragraph(run('in it'))}</w:txbxContent></Fallback></AlternateContent>`,
      )
    expect(await read(word(body))).toEqual(['shown\nbelow', 'box', 'in it'])
  })
})

describe('a hostile Word document is refused', () => {
  const entity = `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
  const many = Array.from({ length: 2100 }, (_, index) => ({
    name: `word/media/${index}.xml`,
    content: '',
  }))
  const body = paragraph(run('text'))

  it.each([
    [
      'one part unpacks to more than all may hold',
      word(body, [{ name: 'a.xml', content: ' '.repeat(60_000_000) }]),
    ],
    [
      'one part is packed beyond reason',
      word(body, [{ name: 'a.xml', content: ' '.repeat(30_000_000) }]),
    ],
    [
      'a part lies about its size',
      word(body, [{ name: 'word/styles.xml', content: ' '.repeat(60_000_000), claim: 50 }]),
    ],
    ['it has thousands of parts', word(body, many)],
    ['it defines entities', zip([{ name: 'word/document.xml', content: `${entity}<w>&b;</w>` }])],
    ['it nests without end', word('<w:p>'.repeat(5000))],
  ])('%s', async (_, bytes) => {
    const extracted = await extractFile(bytes, 'a.docx')
    expect(extracted.ok).toBe(false)
    expect(['file.bomb', 'file.damaged']).toContain(!extracted.ok && extracted.problem)
  })
})
