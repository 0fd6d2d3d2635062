/** A word and where it stands, in UTF-16 units. */
interface PlacedWord {
  readonly at: number
  readonly word: string
}

/** The first word of a text, and every later word, each a place where a second clause may begin. */
export function wordsAfterFirst(text: string): { first: string; words: PlacedWord[] } {
  const [first, ...words] = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    at: index,
    word,
  }))
  return { first: first?.word ?? '', words }
}
