import type { Extracted } from './extracted.ts'

/** A file that needs a parser, and which. */
export interface Job {
  kind: 'pdf' | 'zip' | 'html'
  bytes: Uint8Array<ArrayBufferLike>
}

/** What the worker says: the parser is loaded; the document has so many pages; the outcome. */
export type Message =
  | { say: 'loaded' }
  | { say: 'pages'; pages: number }
  | { say: 'done'; outcome: Extracted }
