import { getDocumentProxy } from 'unpdf'
import { type Extracted, accept, refuse } from '../extracted.ts'
import { MAX_PAGES } from '../limits.ts'

/** Reads the text layer of a PDF; `onPages` is told the number of pages once it is known. */
export async function extractPdf(
  bytes: Uint8Array,
  onPages: (pages: number) => void,
): Promise<Extracted> {
  const document = await getDocumentProxy(bytes)
  const pages = document.numPages
  onPages(pages)
  if (pages > MAX_PAGES) return refuse('file.tooLong', { pages, limit: MAX_PAGES })
  const texts: string[] = []
  for (let number = 1; number <= pages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
  }
  return accept('application/pdf', texts.join('\f'), pages)
}
