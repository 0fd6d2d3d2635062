import type { GivenHead, Reading } from '@vigil/core/documents'
import type { Extracted, Refusal, Text } from '../extract/extracted.ts'

/** A file that a worker is to read, and what is known about the document. */
export interface Job {
  kind: 'text' | 'pdf' | 'zip' | 'html'
  bytes: Uint8Array
  given: GivenHead
}

/** The text of a file and the document read from it, or why there is none. */
export type FileReading = (Text & { reading: Reading }) | Refusal

/** Takes the text out of a file; `onPages` is told how many pages it has, or may have, once that is known. */
export type Parser = (bytes: Uint8Array, onPages: (pages: number) => void) => Promise<Extracted>

/**
 * What the worker says: the parser is loaded, after so much processor time of the thread; the
 * document has so many pages; the outcome; or that our own code failed.
 */
export type Message =
  | { say: 'loaded'; processorMs: number }
  | { say: 'pages'; pages: number }
  | { say: 'done'; outcome: FileReading }
  | { say: 'broken'; error: unknown }
