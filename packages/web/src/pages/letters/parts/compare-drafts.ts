import { blockText, checkLetter, type Draft, type LetterCheck } from '@vigil/core/letters'

/** What a later draft says otherwise than an earlier one, row by row. */
export function compareDrafts(earlier: Draft, later: Draft): LetterCheck {
  const paragraphs = later.parts.flatMap(({ blocks }) =>
    blocks.map((block) =>
      block.marker === null ? blockText(block) : `${block.marker} ${blockText(block)}`,
    ),
  )
  return checkLetter(paragraphs, earlier)
}
