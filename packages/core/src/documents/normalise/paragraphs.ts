import type { DocumentLanguage } from '../model.ts'
import { beginsSmall, endsSentence, endsWithComma, isLeftOpen } from './ends.ts'
import { isFull, type Layout } from './layout.ts'
import type { Line } from './line.ts'
import { markerOf } from './marker.ts'

/** Two neighbouring lines of a wrapped text, seen from the lower one. */
interface Junction {
  readonly above: Line
  readonly line: Line
  readonly layout: Layout
  /** How far the lower line is set in against the upper one, margins of their pages taken off. */
  readonly setIn: number
  /** Whether the upper line is the first of its paragraph and itself set in. */
  readonly aboveSetIn: boolean
  readonly numbered: boolean
  readonly language: DocumentLanguage
}

/** What `joinLines` needs to know of a text beside its lines. */
export interface Setting {
  readonly layout: Layout
  readonly language: DocumentLanguage
  /** Offsets of lines whose number was brought back: each begins a paragraph. */
  readonly numbers: ReadonlyMap<number, string>
}

/** No paragraph has more lines; it bounds what a hostile text may cost. */
const MOST_LINES = 1000
/** An indentation of fewer blanks is an accident of extraction. */
const LEAST_INDENT = 2
/** Share of the width by which no line of a paragraph is set in. */
const FAR_APART = 0.4

/** Groups the lines of a text into its paragraphs. */
export function joinLines(lines: readonly Line[], setting: Setting): Line[][] {
  const paragraphs: Line[][] = []
  for (const [index, line] of lines.entries()) {
    const current = paragraphs.at(-1) ?? []
    const above = current.length < MOST_LINES ? current.at(-1) : undefined
    const at = { index, first: current.length === 1, setting }
    if (above && goesOn(junctionOf([above, line], at))) current.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}

function junctionOf(
  [above, line]: readonly [Line, Line],
  at: { index: number; first: boolean; setting: Setting },
): Junction {
  const { layout, language, numbers } = at.setting
  const margin = layout.margins[at.index] ?? 0
  const marginAbove = layout.margins[at.index - 1] ?? 0
  const outset = above.indent - marginAbove
  return {
    above,
    line,
    layout,
    language,
    setIn: line.indent - margin - outset,
    aboveSetIn: at.first && outset >= LEAST_INDENT,
    numbered: numbers.has(line.at),
  }
}

/** Whether the lower line goes on with the paragraph of the upper one. */
function goesOn(junction: Junction): boolean {
  const { above, line, layout } = junction
  if (junction.numbered) return false
  if (isMarkerAlone(above.text)) return line.gap <= 1 && markerOf(line.text) === ''
  if (!layout.wrapped) return false
  const turned = line.page || line.gap < layout.gap
  if (markerOf(line.text) !== '' && !isMidSentence(junction)) return false
  return turned ? goesOnOverPage(junction) : goesOnBelow(junction)
}

function isMarkerAlone(text: string): boolean {
  return text !== '' && markerOf(text) === text
}

/** A line that looks numbered but stands inside a sentence: "paragraph 7" / "(b) of resolution". */
function isMidSentence(junction: Junction): boolean {
  const { above, line, layout } = junction
  if (line.gap > layout.gap || junction.setIn >= LEAST_INDENT || endsSentence(above.text))
    return false
  const rest = line.text.slice(markerOf(line.text).length).trimStart()
  return beginsSmall(rest) && isFull(above, line, layout.width)
}

function goesOnOverPage(junction: Junction): boolean {
  const { above, line, layout } = junction
  if (isUnfinished(junction) || isLeftOpen(above.text, junction.language)) return true
  // Two blank lines at the top of a page that has none between lines: a heading, set apart.
  if (layout.gap === 0 && line.gap > 1 && endsSentence(above.text)) return false
  return (
    isFull(above, line, layout.width) &&
    Math.abs(junction.setIn) < LEAST_INDENT &&
    !endsWithComma(above.text)
  )
}

function goesOnBelow(junction: Junction): boolean {
  const { above, line, layout } = junction
  if (isFirstIndent(junction) || isApart(junction)) return false
  const full = isFull(above, line, layout.width)
  if (line.gap > layout.gap) return full && isUnfinished(junction) && isAccident(junction)
  if (full || isLeftOpen(above.text, junction.language)) return true
  // Where every line has a blank one before it, only its length tells that the upper line goes on.
  return layout.gap === 0 && isUnfinished(junction)
}

/** Whether the lower line begins small below one that ends no sentence. */
function isUnfinished({ above, line }: Junction): boolean {
  return beginsSmall(line.text) && !endsSentence(above.text)
}

/** Whether a blank line may be one that extraction left inside a sentence. */
function isAccident({ above, line, layout }: Junction): boolean {
  return line.gap <= 1 && !layout.parted && !endsWithComma(above.text)
}

/** The line is set in as first lines are, and not because it hangs under the text behind a marker. */
function isFirstIndent(junction: Junction): boolean {
  const { above } = junction
  if (markerOf(above.text) !== '') return false
  if (junction.setIn >= LEAST_INDENT) return true
  const alike = junction.aboveSetIn && junction.setIn > -LEAST_INDENT
  return alike && (endsSentence(above.text) || endsWithComma(above.text))
}

/** One of the lines stands far to the right of the other, as a symbol or a date in a masthead does. */
function isApart(junction: Junction): boolean {
  return Math.abs(junction.setIn) > junction.layout.width * FAR_APART
}
