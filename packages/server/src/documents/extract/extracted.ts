import type { ProblemCode } from '@vigil/contract/problems'
import type { MediaType } from '@vigil/contract/schemas'
import { CHARACTERS_A_PAGE, MAX_CHARACTERS, MAX_PAGES } from './limits.ts'

/** Why a file could not be read: a code of the error catalogue and what its sentence needs. */
export interface Refusal {
  ok: false
  problem: Extract<ProblemCode, `file.${string}`>
  values?: Record<string, string | number>
}

/**
 * Text of a file. `pages` is null where the format has none. Lines end in `\n`; in PDF `\f` parts the
 * pages, in DOCX and HTML a blank line parts the paragraphs, each of which is one line.
 */
export interface Text {
  ok: true
  mediaType: MediaType
  text: string
  pages: number | null
}

export type Extracted = Text | Refusal

/** A refusal as a value. */
export function refuse(problem: Refusal['problem'], values?: Refusal['values']): Refusal {
  return values ? { ok: false, problem, values } : { ok: false, problem }
}

/** A text, or its refusal where nothing legible is in it or too much. */
export function accept(mediaType: MediaType, text: string, pages: number | null = null): Extracted {
  if (text.length > MAX_CHARACTERS) {
    return refuse('file.tooLong', {
      pages: Math.ceil(text.length / CHARACTERS_A_PAGE),
      limit: MAX_PAGES,
    })
  }
  if (/\S/u.test(text)) return { ok: true, mediaType, text, pages }
  return pages === null ? refuse('file.empty') : refuse('file.noText', { pages })
}
