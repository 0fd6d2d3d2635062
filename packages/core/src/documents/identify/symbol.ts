import type { Paragraph } from '../model.ts'
import { ASSEMBLY, COUNCIL } from './organs.ts'
import { symbolOfLine } from './symbol-line.ts'

const COUNCIL_NUMBER = /^\D{1,14}?(\d{1,5}) ?[(（](\d{4})[)）]/u
const ASSEMBLY_NUMBER = /^(\d{1,3}\/\d{1,4}(?: ?[A-Z])?)\. /u

/**
 * A document's own symbol, as mastheads print it (`S/RES/1612 (2005)`): where it stands
 * alone in the masthead, or where the title numbers a resolution and the enacting line names the
 * organ. A symbol cited inside a sentence is never the document's own. Null where the text has none.
 */
export function findOwnSymbol(paragraphs: readonly Paragraph[]): string | null {
  const masthead = paragraphs.filter(
    ({ kind, eid }) => kind === 'frontmatter' && !eid.includes('__'),
  )
  const alone = masthead.map(({ text }) => symbolOfLine(text)).find((symbol) => symbol !== null)
  return alone ?? symbolOfResolution(paragraphs)
}

function symbolOfResolution(paragraphs: readonly Paragraph[]): string | null {
  const title = paragraphs.find(({ kind }) => kind === 'title')?.text ?? ''
  const organ = paragraphs.find(({ kind }) => kind === 'preamble')?.text ?? ''
  const council = COUNCIL.test(organ) ? COUNCIL_NUMBER.exec(title) : null
  if (council !== null) return `S/RES/${council[1]} (${council[2]})`
  const assembly = ASSEMBLY.test(organ) ? ASSEMBLY_NUMBER.exec(title) : null
  return assembly === null ? null : `A/RES/${assembly[1]?.replace(' ', '')}`
}
