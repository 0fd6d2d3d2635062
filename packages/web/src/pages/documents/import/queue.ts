import type { DocumentKind, DocumentLanguage } from '@vigil/core/documents'
import type { ProblemCode } from '@vigil/contract/problems'
import { type Imported, MAX_FILE_BYTES, type Problem } from '@vigil/contract/schemas'

/** What the person says about a file because its text cannot. */
export interface FileFacts {
  readonly language?: DocumentLanguage | undefined
  readonly symbol?: string | undefined
  readonly kind?: DocumentKind | undefined
  readonly documentId?: string | undefined
}

/** What becomes of a file: chosen, then sent and read, then one of the ends. */
export type FileState =
  | { readonly name: 'chosen' }
  | { readonly name: 'waiting' }
  | { readonly name: 'sending'; readonly share: number }
  | { readonly name: 'reading' }
  | { readonly name: 'done'; readonly imported: Imported }
  | { readonly name: 'refused'; readonly problem: Refusal }
  | { readonly name: 'cancelled' }

/** Why a file was not taken: a problem of the server, or one found before it was asked. */
export type Refusal = Problem | { readonly code: 'connection' | 'tooLarge' }

/** A file as it comes into the queue; one that the server would not take is not sent to it. */
export function toQueued(file: File, facts: FileFacts): QueuedFile {
  const state: FileState =
    file.size > MAX_FILE_BYTES
      ? { name: 'refused', problem: { code: 'tooLarge' } }
      : { name: 'chosen' }
  return { id: crypto.randomUUID(), file, facts, whenHeld: 'refuse', state }
}

export interface QueuedFile {
  readonly id: string
  readonly file: File
  readonly facts: FileFacts
  readonly whenHeld: 'refuse' | 'newVersion'
  readonly state: FileState
}

export type Queue = readonly QueuedFile[]

/** How many files are sent at the same time. */
const AT_ONCE = 2

/** The files whose sending may begin now. */
export function nextToSend(queue: Queue): QueuedFile[] {
  const free = AT_ONCE - queue.filter(isUnderWay).length
  return queue.filter(({ state }) => state.name === 'waiting').slice(0, Math.max(0, free))
}

/** True while a file is on its way or being read. */
export function isUnderWay({ state }: QueuedFile): boolean {
  return state.name === 'sending' || state.name === 'reading'
}

/** True while anything would be lost by leaving the page. */
export function isBusy(queue: Queue): boolean {
  return queue.some((item) => isUnderWay(item) || item.state.name === 'waiting')
}

/** Changes one file of the queue; an unknown id changes nothing. */
export function change(queue: Queue, id: string, changes: Partial<QueuedFile>): Queue {
  return queue.map((item) => (item.id === id ? { ...item, ...changes } : item))
}

/** True once nothing more happens to a file by itself. */
export function hasEnded({ state }: QueuedFile): boolean {
  return state.name === 'done' || state.name === 'refused' || state.name === 'cancelled'
}

/** A document is already held where a file asked to be: nothing is wrong with the file. */
export function isHeld(problem: Refusal): problem is Problem {
  return HELD.has(problem.code)
}

const HELD: ReadonlySet<string> = new Set<ProblemCode>([
  'document.held',
  'document.sameFile',
  'document.sameFileRemoved',
])

export interface QueueCounts {
  readonly total: number
  readonly done: number
  readonly held: number
  readonly refused: number
  readonly cancelled: number
}

/** The figures of the summary. */
export function countQueue(queue: Queue): QueueCounts {
  const problems = queue.flatMap(({ state }) => (state.name === 'refused' ? [state.problem] : []))
  const held = problems.filter(isHeld).length
  const count = (name: FileState['name']) => queue.filter(({ state }) => state.name === name).length
  return {
    total: queue.length,
    done: count('done'),
    held,
    refused: problems.length - held,
    cancelled: count('cancelled'),
  }
}
