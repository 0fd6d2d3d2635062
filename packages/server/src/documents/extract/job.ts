import type { Extracted } from './extracted.ts'

/** A file that needs a parser, and which. */
export interface Job {
  kind: 'pdf' | 'zip' | 'html'
  bytes: Uint8Array
}

/** Reads a file of one kind; `onPages` is told how many pages it has, or may have, once that is known. */
export type Parser = (bytes: Uint8Array, onPages: (pages: number) => void) => Promise<Extracted>

/** What the worker says: the parser is loaded; the document has so many pages; the outcome. */
export type Message =
  | { say: 'loaded' }
  | { say: 'pages'; pages: number }
  | { say: 'done'; outcome: Extracted }
