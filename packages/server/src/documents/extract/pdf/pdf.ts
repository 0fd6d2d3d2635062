import { getDocumentProxy } from 'unpdf'
import type { PDFDocumentProxy } from 'unpdf/pdfjs'
import { type Extracted, type Refusal, accept, refuse } from '../extracted.ts'
import { MAX_CHARACTERS, MAX_PAGES } from '../limits.ts'
import { readingOrder } from './columns.ts'
import { type PageText, writePage } from './page.ts'
import { toRuns } from './runs.ts'

/** Reads the text layer of a PDF; `onPages` is told the number of pages once it is known. */
export async function extractPdf(
  bytes: Uint8Array,
  onPages: (pages: number) => void,
): Promise<Extracted> {
  const document = await open(bytes)
  if ('problem' in document) return document
  const pages = document.numPages
  onPages(pages)
  if (pages > MAX_PAGES) return refuse('file.tooLong', { pages, limit: MAX_PAGES })
  const bodies: string[] = []
  const notes: string[] = []
  let length = 0
  for (let number = 1; number <= pages && length <= MAX_CHARACTERS; number += 1) {
    const page = await readPage(document, number)
    bodies.push(page.body)
    notes.push(...page.notes)
    length += page.body.length
  }
  await document.loadingTask.destroy()
  const text = [...bodies, ...(notes.length > 0 ? [notes.join('\n\n')] : [])].join('\n\f')
  return accept('application/pdf', text.replace(/^\n+/, ''), pages)
}

/** pdf.js names its refusals; a file that opens without a passphrase is not encrypted to us. */
async function open(bytes: Uint8Array): Promise<PDFDocumentProxy | Refusal> {
  try {
    return await getDocumentProxy(bytes, { stopAtErrors: false, verbosity: 0 })
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    return refuse(name === 'PasswordException' ? 'file.encrypted' : 'file.damaged')
  }
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<PageText> {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent()
  page.cleanup()
  const { level, slanted } = toRuns(items)
  return writePage([...readingOrder(level), ...readingOrder(slanted)])
}
