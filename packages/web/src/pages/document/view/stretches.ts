/** A run of text; `mark` is the index of what covers it (a repair, a hit), or null. */
export interface Stretch {
  readonly text: string
  readonly mark: number | null
}

/** A marked range of a text, in UTF-16 units, end excluded. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly mark: number
}

/**
 * Cuts `text` into stretches by `marks`. Marks are taken in order of their start; what an earlier
 * mark covers is not covered again. An empty mark yields an empty stretch, so that it can be drawn.
 */
export function cutByMarks(text: string, marks: readonly Mark[]): Stretch[] {
  const stretches: Stretch[] = []
  let position = 0
  for (const { start, end, mark } of [...marks].sort((a, b) => a.start - b.start)) {
    const from = Math.max(start, position)
    const to = Math.min(Math.max(end, from), text.length)
    if (from > text.length || (start !== end && from >= to)) continue
    if (from > position) stretches.push({ text: text.slice(position, from), mark: null })
    stretches.push({ text: text.slice(from, to), mark })
    position = to
  }
  if (position < text.length) stretches.push({ text: text.slice(position), mark: null })
  return stretches
}

/** Breaks stretches into lines at every line feed; the line feed itself is dropped. */
export function toLines(stretches: readonly Stretch[]): Stretch[][] {
  const lines: Stretch[][] = [[]]
  for (const { text, mark } of stretches) {
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([])
      if (part !== '' || text === '') lines.at(-1)?.push({ text: part, mark })
    })
  }
  return lines
}
