import type { SearchHit } from '@vigil/contract/schemas'

/** The hits of one document in one language, best first. */
export interface HitGroup {
  readonly key: string
  readonly first: SearchHit
  readonly hits: readonly SearchHit[]
}

/** Hits by document and language; the group with the best hit stands first. */
export function groupHits(hits: readonly SearchHit[]): HitGroup[] {
  const groups = new Map<string, SearchHit[]>()
  for (const hit of hits) {
    const key = `${hit.documentId} ${hit.language}`
    const known = groups.get(key)
    if (known) known.push(hit)
    else groups.set(key, [hit])
  }
  return [...groups].flatMap(([key, members]) => {
    const [first] = members
    return first ? [{ key, first, hits: members }] : []
  })
}
