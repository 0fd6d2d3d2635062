import type { Repair } from '../model.ts'
import type { Cleared } from './furniture.ts'
import type { Line } from './line.ts'

/** A label with the blanks behind it: "[operative 1] ", "[4(a)(ii)] ", "[annex.date] ". */
const LABEL = /^\[[\p{L}\d][\p{L}\d.() _-]{0,30}\](?:\s+|$)/u
/** A bracket in front of fewer lines belongs to the text. */
const SHARE_OF_LABELLED = 0.9

/**
 * Takes labels off the fronts of lines. Only below a note on where the file comes from, and where
 * nearly every line has one: such labels are part of that note. What they say is never used.
 */
export function dropLabels(lines: readonly Line[], noted: boolean): Cleared {
  if (!noted || !areLabelled(lines)) return { lines, repairs: [] }
  const kept: Line[] = []
  const repairs: Repair[] = []
  for (const line of lines) {
    const label = LABEL.exec(line.text)?.[0] ?? ''
    const text = line.text.slice(label.length)
    if (label !== '') {
      repairs.push({ at: line.at, from: label, to: '', rule: 'drop-provenance-label' })
    }
    if (text !== '') kept.push({ ...line, at: line.at + label.length, text, cut: true })
  }
  return { lines: kept, repairs }
}

function areLabelled(lines: readonly Line[]): boolean {
  const labelled = lines.filter(({ text }) => LABEL.test(text)).length
  return labelled > 0 && labelled >= lines.length * SHARE_OF_LABELLED
}
