import type { Paragraph } from '@vigil/core/documents'

/** A heading with the numbered paragraphs below it; `heading` is null for what stands before one. */
export interface OutlineEntry {
  readonly heading: Paragraph | null
  readonly numbered: readonly Paragraph[]
}

/** The contents of a document: headings and annexes, each with its numbered paragraphs. */
export function outlineOf(paragraphs: readonly Paragraph[]): OutlineEntry[] {
  const entries: { heading: Paragraph | null; numbered: Paragraph[] }[] = []
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'heading' || paragraph.kind === 'annex') {
      entries.push({ heading: paragraph, numbered: [] })
    } else if (paragraph.kind === 'paragraph' && paragraph.label !== null) {
      if (entries.length === 0) entries.push({ heading: null, numbered: [] })
      entries.at(-1)?.numbered.push(paragraph)
    }
  }
  return entries
}

/** How many lettered and roman points a reading has: what a secretary counts first. */
export function countPoints(paragraphs: readonly Paragraph[]): number {
  return paragraphs.filter(({ kind, label }) => kind === 'point' && label !== null).length
}
