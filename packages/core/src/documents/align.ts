import type { Paragraph } from './model.ts'

/** One place of a document in two languages; null on the side where that language has no such paragraph. */
export interface AlignedRow {
  readonly eid: string
  readonly one: Paragraph | null
  readonly other: Paragraph | null
}

/**
 * Lays two renditions of one document side by side. Addresses belong to the document, so paragraphs
 * with the same address belong together. Rows keep the order of `one`; what only `other` has stands
 * after the paragraph it follows there. Every paragraph of both sides is in exactly one row.
 */
export function alignRenditions(
  one: readonly Paragraph[],
  other: readonly Paragraph[],
): AlignedRow[] {
  const shared = new Set(one.map(({ eid }) => eid))
  const partners = new Map(other.map((paragraph) => [paragraph.eid, paragraph]))
  const extras = extrasAfter(other, shared)
  const rows = one.flatMap((paragraph) => [
    { eid: paragraph.eid, one: paragraph, other: partners.get(paragraph.eid) ?? null },
    ...onlyOther(extras.get(paragraph.eid)),
  ])
  return [...onlyOther(extras.get(null)), ...rows]
}

/** What only the other side has, by the address of the shared paragraph before it; null before the first. */
function extrasAfter(
  other: readonly Paragraph[],
  shared: ReadonlySet<string>,
): Map<string | null, Paragraph[]> {
  const extras = new Map<string | null, Paragraph[]>()
  let after: string | null = null
  for (const paragraph of other) {
    if (shared.has(paragraph.eid)) after = paragraph.eid
    else if (extras.get(after)?.push(paragraph) === undefined) extras.set(after, [paragraph])
  }
  return extras
}

function onlyOther(paragraphs: readonly Paragraph[] = []): AlignedRow[] {
  return paragraphs.map((paragraph) => ({ eid: paragraph.eid, one: null, other: paragraph }))
}
