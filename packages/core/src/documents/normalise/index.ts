import type { DocumentLanguage, ReadingTools, Repair } from '../model.ts'
import type { Block } from './block.ts'
import { liftNumbers } from './displaced.ts'
import { dropFurniture } from './furniture.ts'
import { dropLabels } from './labels.ts'
import { measure } from './layout.ts'
import { readLines, startOfText } from './line.ts'
import { readAsPrinted, readParagraph } from './paragraph.ts'
import { joinLines } from './paragraphs.ts'
import { findQuotation, withoutMarks } from './quotation.ts'
import { vocabularyOf } from './vocabulary.ts'

export type { Block } from './block.ts'

/** A text made readable, and everything that was changed on the way. */
export interface Normalised {
  readonly blocks: readonly Block[]
  /** In the order of the source. Applied to the source they give the text of the blocks. */
  readonly repairs: readonly Repair[]
}

/** No text that people wrote needs more; it bounds what a hostile one may cost. */
const MOST_REPAIRS = 200_000

/**
 * Turns extracted text into paragraphs: drops what belongs to pages, joins physical lines, mends
 * split words, hyphens and displaced numbers (un-documents.md 1.5). Every change is a repair with
 * its place in `source`; only line breaks, indentation and the blanks behind a marker are taken as
 * layout and not logged. Lines in front that start with `#` and end with `# ----` are a note on
 * where the file comes from, not text; labels in brackets that it puts before every line go with it.
 *
 * The same input gives the same result; its cost grows in proportion to the length of the text.
 * Past `MOST_REPAIRS` what follows is left as printed.
 */
export function normalise(
  source: string,
  tools: ReadingTools,
  language: DocumentLanguage,
): Normalised {
  const labelled = dropLabels(readLines(source), startOfText(source) > 0)
  const body = dropFurniture(labelled.lines)
  const lifted = liftNumbers(body.lines)
  const layout = measure(lifted.lines, language)
  const paragraphs = joinLines(lifted.lines, { layout, language, numbers: lifted.numbers })
  const quotation = findQuotation(paragraphs)
  const marks = new Set(quotation.map(({ at }) => at))
  const vocabulary = vocabularyOf(lifted.lines, tools.lexicon(language), language)
  const setting = { source, vocabulary, trusted: vocabulary.fits() }
  const blocks: Block[] = []
  const repairs = [...labelled.repairs, ...body.repairs, ...lifted.repairs, ...quotation]
  for (const printed of paragraphs) {
    const number = lifted.numbers.get(printed[0]?.at ?? -1) ?? null
    const draft = { lines: withoutMarks(printed, marks), number }
    const read =
      repairs.length < MOST_REPAIRS
        ? readParagraph(draft, setting)
        : { block: readAsPrinted(draft), repairs: [] }
    if (read.block.text !== '') blocks.push(read.block)
    for (const repair of read.repairs) repairs.push(repair)
  }
  return { blocks, repairs: repairs.toSorted(inOrder) }
}

/** What is put in comes before what is taken out at the same place. */
function inOrder(one: Repair, other: Repair): number {
  return one.at - other.at || one.from.length - other.from.length
}
