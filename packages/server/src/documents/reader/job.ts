import type { GivenHead, Reading } from '@vigil/core/documents'
import type { ClauseJob, ClauseReading } from '../../clauses/job.ts'
import type { Extracted, Refusal, Text } from '../extract/extracted.ts'

/** A file that a worker is to read, and what is known about the document. */
export interface FileJob {
  kind: 'text' | 'pdf' | 'zip' | 'html'
  bytes: Uint8Array
  given: GivenHead
}

/** What a worker is asked to read: a file, or the clauses of a text that was read before. */
export type Job = FileJob | ClauseJob

/** The text of a file and the document read from it, or why there is none. */
export type FileReading = (Text & { reading: Reading }) | Refusal

/** What becomes of a job. */
export type OutcomeOf<J extends Job> = J extends ClauseJob ? ClauseReading | Refusal : FileReading

/** Takes the text out of a file; `onPages` is told how many pages it has, or may have, once that is known. */
export type Parser = (bytes: Uint8Array, onPages: (pages: number) => void) => Promise<Extracted>

/**
 * What the worker says: the parser is loaded, after so much processor time of the thread; the
 * document has so many pages; the outcome; or that our own code failed.
 */
export type Message =
  | { say: 'loaded'; processorMs: number }
  | { say: 'pages'; pages: number }
  | { say: 'done'; outcome: FileReading | ClauseReading }
  | { say: 'broken'; error: unknown }
