import {
  change,
  hasEnded,
  isUnderWay,
  nextToSend,
  toQueued,
  type FileFacts,
  type FileState,
  type Queue,
  type QueuedFile,
} from './queue.ts'
import { askBeforeLeaving } from './ask-before-leaving.ts'
import { sendFile, type Sending } from './send-file.ts'

type Send = (item: QueuedFile, sending: Sending) => Promise<FileState>

/**
 * Holds the files that are brought in, outside any page, so that sending goes on while the reader
 * moves through the application. `send` never rejects.
 */
export function createImportStore(send: Send) {
  const cell = createCell()
  const runner = createRunner(cell, send)
  const { read, update, setState } = cell
  return {
    subscribe: cell.subscribe,
    read,
    /** What became of a file, where something else than sending it found out. */
    setState,
    choose: (files: readonly File[], facts: FileFacts) =>
      update([...read(), ...files.map((file) => toQueued(file, facts))]),
    say: (id: string, facts: FileFacts) => update(change(read(), id, { facts })),
    sendChosen: () => {
      update(moveAll(read(), 'chosen', 'waiting'))
      runner.fill()
    },
    /** Sends a file again; `changes` say what is different this time. */
    again: (id: string, changes: Partial<Pick<QueuedFile, 'facts' | 'whenHeld'>> = {}) => {
      update(change(read(), id, { ...changes, state: { name: 'waiting' } }))
      runner.fill()
    },
    cancel: (id: string) => {
      if (!runner.stop(id)) setState(id, { name: 'cancelled' })
    },
    cancelAll: () => {
      update(moveAll(read(), 'waiting', 'cancelled'))
      for (const { id } of read()) runner.stop(id)
    },
    takeOff: (id: string) => update(read().filter((item) => item.id !== id || isUnderWay(item))),
    clearEnded: () => update(read().filter((item) => !hasEnded(item))),
  }
}

export const importStore = createImportStore(sendFile)
askBeforeLeaving(importStore)

interface Cell {
  readonly read: () => Queue
  readonly update: (next: Queue) => void
  readonly setState: (id: string, state: FileState) => void
  readonly subscribe: (listener: () => void) => () => void
}

function createCell(): Cell {
  let queue: Queue = []
  const listeners = new Set<() => void>()
  const update = (next: Queue): void => {
    queue = next
    for (const listener of listeners) listener()
  }
  return {
    read: () => queue,
    update,
    setState: (id, state) => update(change(queue, id, { state })),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Keeps as many files under way as may be, until none waits. */
function createRunner({ read, setState }: Cell, send: Send) {
  const running = new Map<string, AbortController>()

  async function run(item: QueuedFile): Promise<void> {
    const stopping = new AbortController()
    running.set(item.id, stopping)
    setState(item.id, { name: 'sending', share: 0 })
    const end = await send(item, {
      signal: stopping.signal,
      onState: (state) => {
        if (!stopping.signal.aborted) setState(item.id, state)
      },
    })
    running.delete(item.id)
    setState(item.id, end)
    fill()
  }

  function fill(): void {
    for (const item of nextToSend(read())) void run(item)
  }

  return {
    fill,
    /** Stops a file on its way; false where it is not. */
    stop: (id: string): boolean => {
      const stopping = running.get(id)
      stopping?.abort()
      return stopping !== undefined
    },
  }
}

/** Every file in one state goes to another. */
function moveAll(
  queue: Queue,
  from: FileState['name'],
  to: 'waiting' | 'cancelled',
): readonly QueuedFile[] {
  return queue.map((item) => (item.state.name === from ? { ...item, state: { name: to } } : item))
}
