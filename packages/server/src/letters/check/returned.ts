import { InterfaceLanguage, say } from '@vigil/core/i18n'
import type { Refusal, Text } from '../../documents/extract/extracted.ts'
import { readFile } from '../../documents/reader/index.ts'
import type { UploadedFile } from '../../files.ts'
import type { LetterBasis } from '../basis.ts'
import { findCarried } from './carried.ts'

/** A letter that came back: its paragraphs, and what the file carries about its draft, if anything. */
export interface Returned {
  readonly ok: true
  readonly paragraphs: readonly string[]
  readonly basis: LetterBasis | null
}

/**
 * Reads a letter that came back as Word file, PDF, web page or text, with the limits of every file
 * from outside. The paragraphs are the author's, word for word; only what printing adds is left out.
 */
export async function readReturned(file: UploadedFile): Promise<Returned | Refusal> {
  const read = await readFile(file)
  if (!read.ok) return read
  const basis = await findCarried(file.bytes)
  return { ok: true, basis, paragraphs: withoutFurniture(paragraphsOf(read)) }
}

/** Paragraphs are parted by blank lines, cells by tabs; a PDF also has pages. */
function paragraphsOf({ mediaType, text }: Text): string[] {
  const whole = mediaType === 'application/pdf' ? joinPages(text) : text
  return whole.split(/\n{2,}/).flatMap((block) => block.split('\t'))
}

/** What stands at the right of a masthead: a line of a PDF runs through to it. */
const BESIDE = / +(?=Distr\.)/g
/** The end of a page with its number, and the blank lines around them. */
const PAGE_END = /\s*(?:\n\s*\d+(?:\/\d+)?\s*)?(?:\f|$)\s*/g
/** The symbol at the head of a page. */
const HEAD = /^\s*[AES]\/\S+\s*\n\s*/
/** Where a page ends in the middle of a sentence, the next begins with the rest of it. */
const ENDED = /[.;:!?)\]]$/

function joinPages(text: string): string {
  const pages = text.replaceAll(BESIDE, '\n').split(PAGE_END)
  return pages.reduce((before, page) => {
    const goesOn = before !== '' && !ENDED.test(before)
    return `${before}${goesOn ? '\n' : '\n\n'}${page.replace(HEAD, '')}`
  })
}

const ORGANISATIONS = InterfaceLanguage.options.map((language) =>
  say(language, { area: 'documents', key: 'letter.organisation' }),
)
/** The name above a masthead, and the symbol that may stand beside it. */
const NAME = new RegExp(`^(?:${ORGANISATIONS.join('|')})(?:$| +(?=[AES]/))`)
const SYMBOL = /^[AES]\/\S+$/

/** Without the name above the masthead, and the symbol but once: it heads every page. */
function withoutFurniture(paragraphs: readonly string[]): string[] {
  const seen = new Set<string>()
  return paragraphs.flatMap((paragraph) => {
    const line = paragraph.trim().replace(NAME, '')
    const repeated = SYMBOL.test(line) && seen.has(line)
    seen.add(line)
    return line === '' || repeated ? [] : [line]
  })
}
