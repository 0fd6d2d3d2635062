import { type Extracted, type Refusal, accept, refuse } from '../extracted.ts'
import { COST, MAX_CHARACTERS, MAX_PAGES } from '../limits.ts'
import { readCharacters } from './characters.ts'
import { readingOrder } from './columns.ts'
import { type PageText, writePage } from './page.ts'
import { type Pdfium, giveBack, takePdfium } from './pdfium.ts'
import { toRuns } from './runs.ts'

/** What FPDF_GetLastError says of a document that opens only with a passphrase. */
const PASSPHRASE = 4

/** Reads the text layer of a PDF; `onPages` is told the number of pages once it is known. */
export async function extractPdf(
  bytes: Uint8Array,
  onPages: (pages: number) => void,
): Promise<Extracted> {
  const pdfium = await takePdfium(COST.pdfMemory + COST.memoryPerByte * bytes.length)
  try {
    const extracted = readFile(pdfium, bytes, onPages)
    giveBack(pdfium)
    return pdfium.isFull ? refuse('file.bomb') : extracted
  } catch {
    // PDFium ends itself where it gets no more memory, and is lost after any other fault.
    return refuse(pdfium.isFull ? 'file.bomb' : 'file.damaged')
  }
}

function readFile(pdfium: Pdfium, bytes: Uint8Array, onPages: (pages: number) => void): Extracted {
  const { call } = pdfium
  const address = call.malloc(bytes.length)
  if (address === 0) return refuse('file.bomb')
  new Uint8Array(call.memory.buffer).set(bytes, address)
  const document = call.FPDF_LoadMemDocument(address, bytes.length, 0)
  const extracted = document === 0 ? refuseUnopened(pdfium) : readPages(pdfium, document, onPages)
  if (document !== 0) call.FPDF_CloseDocument(document)
  call.free(address)
  return extracted
}

/** A file that opens without a passphrase is not encrypted to us. */
function refuseUnopened({ call }: Pdfium): Refusal {
  return refuse(call.FPDF_GetLastError() === PASSPHRASE ? 'file.encrypted' : 'file.damaged')
}

function readPages(pdfium: Pdfium, document: number, onPages: (pages: number) => void): Extracted {
  const { call } = pdfium
  const pages = call.FPDF_GetPageCount(document)
  onPages(pages)
  if (pages > MAX_PAGES) return refuse('file.tooLong', { pages, limit: MAX_PAGES })
  const read: PageText[] = []
  let length = 0
  let open = 0
  let isWhole = true
  for (let number = 0; number < pages && length <= MAX_CHARACTERS; number += 1) {
    const page = call.FPDF_LoadPage(document, number)
    // The page before stays open until then: with the last page that uses it a font is forgotten.
    if (open !== 0) call.FPDF_ClosePage(open)
    open = page
    isWhole = page !== 0
    if (!isWhole) break
    const text = readPage(pdfium, page)
    read.push(text)
    length += text.body.length
  }
  if (open !== 0) call.FPDF_ClosePage(open)
  return isWhole ? accept('application/pdf', join(read), pages) : refuse('file.damaged')
}

/** The pages one after the other, and behind them all notes. */
function join(pages: readonly PageText[]): string {
  const notes = pages.flatMap((page) => page.notes)
  const parts = [
    ...pages.map(({ body }) => body),
    ...(notes.length > 0 ? [notes.join('\n\n')] : []),
  ]
  return parts.join('\n\f').replace(/^\n+/, '')
}

function readPage(pdfium: Pdfium, page: number): PageText {
  const { call } = pdfium
  const textPage = call.FPDFText_LoadPage(page)
  const { level, slanted } = toRuns(readCharacters(pdfium, textPage))
  call.FPDFText_ClosePage(textPage)
  return writePage([...readingOrder(level), ...readingOrder(slanted)])
}
