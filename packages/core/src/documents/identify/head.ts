import type { DocumentHead, DocumentKind, DocumentLanguage, Paragraph } from '../model.ts'
import { readDates } from './dates.ts'
import { findOwnSymbol } from './symbol.ts'
import { findTitleWords, isByline, withoutGroup } from './title-words.ts'

/** What whoever brings a document in knows of it; it wins over what the text says. */
export interface GivenHead {
  language?: DocumentLanguage
  kind?: DocumentKind
  symbol?: string
}

/** The words that never end a title are looked up in this language where nothing tells the language. */
const FALLBACK: DocumentLanguage = 'en'

/**
 * What a document tells of itself, from its paragraphs: kind, symbol, title, days. `language` is
 * what the text was found to be in. A document of a kind never seen is `other`.
 */
export function identifyHead(
  paragraphs: readonly Paragraph[],
  language: DocumentLanguage | null,
  given: GivenHead = {},
): DocumentHead {
  const title = paragraphs.find(({ kind }) => kind === 'title')?.text ?? null
  const kind = given.kind ?? kindOf(title, paragraphs)
  return {
    symbol: given.symbol ?? findOwnSymbol(paragraphs),
    kind,
    title: title && withoutGroup(title, language ?? FALLBACK),
    language: given.language ?? language,
    dates: readDates(kind, paragraphs),
  }
}

function kindOf(title: string | null, paragraphs: readonly Paragraph[]): DocumentKind {
  if (hasByline(paragraphs)) return 'report'
  const told = title === null ? undefined : findTitleWords(title)?.kind
  if (told !== undefined) return told
  return paragraphs.some(({ kind }) => kind === 'preamble') ? 'resolution' : 'other'
}

/** Whether the line after the title says who reports. */
function hasByline(paragraphs: readonly Paragraph[]): boolean {
  const after = paragraphs[paragraphs.findIndex(({ kind }) => kind === 'title') + 1]
  return after?.kind === 'frontmatter' && isByline(after.text)
}
