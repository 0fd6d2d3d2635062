import type { Paragraph } from '@vigil/core/documents'

/** A run shorter than this is shorter than the line that would stand for it. */
const SHORTEST = 2

/** A paragraph that is shown, or several in a row that are folded away. */
export type FoldedText =
  | { readonly shown: Paragraph }
  | { readonly folded: readonly [Paragraph, ...Paragraph[]] }

/**
 * The text without what is not kept: runs of such paragraphs are folded into one place each. Headings
 * stay, and so does what a kept point belongs to.
 */
export function foldText(
  paragraphs: readonly Paragraph[],
  isKept: (eid: string) => boolean,
): FoldedText[] {
  const kept = keptWithAncestors(paragraphs, isKept)
  const text: FoldedText[] = []
  let run: Paragraph[] = []
  const endRun = () => {
    const [first, ...more] = run
    if (first && run.length >= SHORTEST) text.push({ folded: [first, ...more] })
    else text.push(...run.map((shown) => ({ shown })))
    run = []
  }
  for (const paragraph of paragraphs) {
    if (isHeading(paragraph) || kept.has(paragraph.eid)) {
      endRun()
      text.push({ shown: paragraph })
    } else run.push(paragraph)
  }
  endRun()
  return text
}

function keptWithAncestors(
  paragraphs: readonly Paragraph[],
  isKept: (eid: string) => boolean,
): Set<string> {
  const kept = new Set<string>()
  for (const { eid } of paragraphs) {
    if (!isKept(eid)) continue
    const parts = eid.split('__')
    parts.forEach((_, index) => kept.add(parts.slice(0, index + 1).join('__')))
  }
  return kept
}

function isHeading({ kind }: Paragraph): boolean {
  return kind === 'title' || kind === 'heading' || kind === 'annex'
}
