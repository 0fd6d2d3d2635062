import type { PlacedCitation } from '../../documents/annotation.ts'
import type { Run } from '../model.ts'

/**
 * R5: citations keep their words and get the symbol they lead to. Only words that lead to exactly
 * one document, and that still stand in the runs in the same order, are marked.
 */
export function linkCitations(runs: readonly Run[], citations: readonly PlacedCitation[]): Run[] {
  const wanted = citations.filter(({ state, symbol }) => state === 'resolved' && symbol !== null)
  const done: Run[] = []
  let next = 0
  for (const run of runs) {
    let rest = run.text
    while (run.blank === null && run.symbol === null && rest !== '') {
      const found = findNext(rest, wanted, next)
      if (found === null) break
      const { at, index, citation } = found
      const end = at + citation.words.length
      if (at > 0) done.push({ ...run, text: rest.slice(0, at) })
      done.push({ ...run, text: rest.slice(at, end), symbol: citation.symbol })
      rest = rest.slice(end)
      next = index + 1
    }
    if (rest !== '') done.push({ ...run, text: rest })
  }
  return done
}

/** The first of the citations not yet met that stands in `text`. */
function findNext(text: string, citations: readonly PlacedCitation[], from: number) {
  for (const [index, citation] of citations.entries()) {
    const at = index < from || citation.words === '' ? -1 : text.indexOf(citation.words)
    if (at >= 0) return { at, index, citation }
  }
  return null
}
