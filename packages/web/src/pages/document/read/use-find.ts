import type { Rendition, SearchResult } from '@vigil/contract/schemas'
import { useMemo, useState } from 'react'
import { useSearch } from '../../documents/parts/queries.ts'
import { findHits, isFindable, type Hit } from '../view/find.ts'

const MOST_PARAGRAPHS = 100
const NO_WORDS: ReadonlyMap<string, readonly string[]> = new Map()

interface Place {
  readonly words: string
  /** The paragraph that the address names: stepping begins there. */
  readonly eid: string | undefined
}

/**
 * The places of `words` in a rendition and which of them is looked at. The phrase is found at once
 * in the text at hand; word forms that only the search knows follow with its answer.
 */
export function useFind(rendition: Rendition, { words, eid }: Place) {
  const { data } = useSearch({
    words,
    language: rendition.language,
    documentId: rendition.documentId,
    limit: MOST_PARAGRAPHS,
  })
  const hits = useMemo(
    () =>
      isFindable(words)
        ? findHits(rendition.paragraphList, { phrase: words, words: wordsFound(data) })
        : [],
    [rendition, words, data],
  )
  const [place, setPlace] = useState<{ words: string; position: number | null } | null>(null)
  const first = Math.max(0, firstHitIn(hits, eid))
  const position =
    place?.words === words ? Math.min(place.position ?? first, hits.length - 1) : null
  return {
    hits,
    position,
    /** Goes to the first place of words that are only just being handed on. */
    begin: (wanted: string) => setPlace({ words: wanted, position: null }),
    step: (by: 1 | -1) => {
      if (hits.length === 0) return
      const next = position === null ? first : (position + by + hits.length) % hits.length
      setPlace({ words, position: next })
    },
  }
}

/** The words that a search found, by paragraph. */
function wordsFound(result: SearchResult | undefined): ReadonlyMap<string, readonly string[]> {
  if (!result) return NO_WORDS
  return new Map(
    result.hits.map(({ eid, excerpt }) => [
      eid,
      [...new Set(excerpt.flatMap(({ text, hit }) => (hit ? [text.toLowerCase()] : [])))],
    ]),
  )
}

function firstHitIn(hits: readonly Hit[], eid: string | undefined): number {
  return hits.findIndex((hit) => hit.eid === eid)
}
