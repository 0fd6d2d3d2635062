import { tidy } from '../rows.ts'
import { type List, withMarker } from './lists.ts'

/** Where the reading of a page stands. */
export interface State {
  /** Where finished paragraphs go: the page, or the table cell being read. */
  sinks: string[][]
  /** Cells of the table rows being read, outermost first. */
  rows: string[][][]
  lists: List[]
  /** Text of the paragraph being read, and the marker it gets. */
  text: string
  marker: string
  /** Elements open within one whose content is not text. */
  skipping: number
  preformatted: number
  raised: number
}

export function startState(): State {
  return {
    sinks: [[]],
    rows: [],
    lists: [],
    text: '',
    marker: '',
    skipping: 0,
    preformatted: 0,
    raised: 0,
  }
}

/** Ends the paragraph being read. */
export function flush(state: State): void {
  const text = tidy(state.text)
  state.text = ''
  if (text === '') return
  state.sinks.at(-1)?.push(withMarker(state.marker, text))
  state.marker = ''
}

/** Ends the page, with whatever was left open in it, and returns its paragraphs. */
export function finish(state: State): string[] {
  flush(state)
  return [...state.sinks.flat(), ...state.rows.flat(2)]
}
