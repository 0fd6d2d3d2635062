import type { DocumentLanguage, ReadingTools, Repair } from '../model.ts'
import type { Block } from './block.ts'
import { liftNumbers } from './displaced.ts'
import { dropFootnoteMark } from './footnote-mark.ts'
import { dropFurniture } from './furniture.ts'
import { mendHyphens } from './hyphens.ts'
import { measure } from './layout.ts'
import { readLines, type Line } from './line.ts'
import { partMarker } from './glued-marker.ts'
import { joinLines } from './paragraphs.ts'
import { findQuotation, withoutMarks } from './quotation.ts'
import { joinSplitWords } from './split-words.ts'
import { layOut, type Draft } from './text.ts'
import { readTokens, repairsOf, type Token } from './token.ts'
import { vocabularyOf, type Vocabulary } from './vocabulary.ts'

export type { Block } from './block.ts'

/** A text made readable, and everything that was changed on the way. */
export interface Normalised {
  readonly blocks: readonly Block[]
  /** In the order of the source. Applied to the source they give the text of the blocks. */
  readonly repairs: readonly Repair[]
}

/** A text of which a larger share is unknown is not in the language of the dictionary. */
const UNKNOWN_AT_MOST = 0.5

/**
 * Turns extracted text into paragraphs: drops what belongs to pages, joins physical lines, mends
 * split words, hyphens and displaced numbers (un-documents.md 1.5). Every change is a repair with
 * its place in `source`; only line breaks, indentation and the blanks behind a marker are taken as
 * layout and not logged. Lines in front that start with `#` and end with `# ----` are a note on
 * where the file comes from, not text.
 *
 * The same input gives the same result; its cost grows in proportion to the length of the text.
 */
export function normalise(
  source: string,
  tools: ReadingTools,
  language: DocumentLanguage,
): Normalised {
  const body = dropFurniture(readLines(source))
  const lifted = liftNumbers(body.lines)
  const setting = { layout: measure(lifted.lines), language, numbers: lifted.numbers }
  const paragraphs = joinLines(lifted.lines, setting)
  const quotation = findQuotation(paragraphs)
  const drafts = paragraphs.map((lines) => draftOf(lines, quotation, lifted.numbers))
  const mended = mendWords(drafts, tools, language)
  const laidOut = mended.map((draft) => layOut(draft, source))
  const repairs = [
    ...body.repairs,
    ...lifted.repairs,
    ...quotation,
    ...mended.flatMap(({ tokens }) => tokens.flatMap((token) => repairsOf(token, source))),
    ...laidOut.flatMap(({ repairs: blanks }) => blanks),
  ]
  return {
    blocks: laidOut.flatMap(({ block }) => (block.text === '' ? [] : [block])),
    repairs: repairs.toSorted((a, b) => a.at - b.at || a.from.length - b.from.length),
  }
}

function draftOf(
  lines: readonly Line[],
  quotation: readonly Repair[],
  numbers: ReadonlyMap<number, string>,
): Draft {
  const number = numbers.get(lines[0]?.at ?? -1) ?? null
  const bare = quotation.length === 0 ? lines : withoutMarks(lines, quotation)
  return { lines: bare, number, tokens: partMarker(bare.flatMap(readTokens)) }
}

function mendWords(
  drafts: readonly Draft[],
  tools: ReadingTools,
  language: DocumentLanguage,
): Draft[] {
  const tokens = drafts.flatMap((draft) => draft.tokens)
  const vocabulary = vocabularyOf(tokens, tools.lexicon(language), language)
  const trusted = isInLanguage(tokens, vocabulary)
  return drafts.map((draft) => {
    const hyphenated = mendHyphens(draft.tokens, vocabulary)
    const joined = trusted ? joinSplitWords(hyphenated, vocabulary) : hyphenated
    return { ...draft, tokens: dropFootnoteMark(joined) }
  })
}

/** Whether enough of the text is known to trust the dictionary with it. */
function isInLanguage(tokens: readonly Token[], vocabulary: Vocabulary): boolean {
  const unknown = tokens.filter((token) => vocabulary.factsOf(token.text).unknown).length
  return unknown <= tokens.length * UNKNOWN_AT_MOST
}
