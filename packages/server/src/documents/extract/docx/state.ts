import type { Styles } from './styles.ts'
import type { Numbering } from './numbering.ts'

/** What is needed beside a part to read its paragraphs. */
export interface Setting {
  numbering: Numbering
  styles: Styles
  /** Label of the next paragraph in a list. */
  count: (list: string, level: number) => string
  /** Notes referred to so far, in order: a note's place is its number. */
  notes: string[]
}

/** A paragraph while it is read. */
export interface Paragraph {
  text: string
  style: string
  list: string | null
  level: number | null
  /** The mark at its end was deleted: it goes on in the next one. */
  open: boolean
  /** Paragraphs of text boxes hung on it. */
  boxes: string[]
}

/** Where the reading of a part stands. */
export interface State {
  setting: Setting
  /** Where finished paragraphs go: the part, or the table cell, text box or note being read. */
  sinks: string[][]
  paragraphs: Paragraph[]
  /** Cells of the table rows being read, outermost first. */
  rows: string[][][]
  /** Finished notes by their kind and id. */
  notes: Map<string, string[]>
  /** Text of a paragraph whose mark was deleted. */
  carried: string
  inText: boolean
  inProperties: boolean
  hidden: boolean
  raised: boolean
  skipping: number
}

/** The beginning of a part. */
export function startState(setting: Setting): State {
  return {
    setting,
    sinks: [[]],
    paragraphs: [],
    rows: [],
    notes: new Map(),
    carried: '',
    inText: false,
    inProperties: false,
    hidden: false,
    raised: false,
    skipping: 0,
  }
}

/** Adds finished paragraphs where they belong. */
export function emit(state: State, ...blocks: string[]): void {
  state.sinks.at(-1)?.push(...blocks)
}
