import {
  change,
  hasEnded,
  isUnderWay,
  nextToSend,
  type FileFacts,
  type FileState,
  type Queue,
  type QueuedFile,
} from './queue.ts'
import { sendFile, type Sending } from './send-file.ts'

type Send = (item: QueuedFile, sending: Sending) => Promise<FileState>

/**
 * Holds the files that are brought in, outside any page, so that sending goes on while the reader
 * moves through the application. `send` never rejects.
 */
export function createImportStore(send: Send) {
  let queue: Queue = []
  const listeners = new Set<() => void>()
  const running = new Map<string, AbortController>()

  const update = (next: Queue) => {
    queue = next
    for (const listener of listeners) listener()
  }
  const setState = (id: string, state: FileState) => update(change(queue, id, { state }))

  async function run(item: QueuedFile): Promise<void> {
    const stop = new AbortController()
    running.set(item.id, stop)
    setState(item.id, { name: 'sending', share: 0 })
    const end = await send(item, {
      signal: stop.signal,
      onState: (state) => {
        if (!stop.signal.aborted) setState(item.id, state)
      },
    })
    running.delete(item.id)
    setState(item.id, end)
    fill()
  }

  function fill(): void {
    for (const item of nextToSend(queue)) void run(item)
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    read: () => queue,
    choose: (files: readonly File[], facts: FileFacts) =>
      update([...queue, ...files.map((file) => chosen(file, facts))]),
    say: (id: string, facts: FileFacts) => update(change(queue, id, { facts })),
    sendChosen: () => {
      update(queue.map((item) => (item.state.name === 'chosen' ? waiting(item) : item)))
      fill()
    },
    /** Sends a file again; `changes` say what is different this time. */
    again: (id: string, changes: Partial<Pick<QueuedFile, 'facts' | 'whenHeld'>> = {}) => {
      update(change(queue, id, { ...changes, state: { name: 'waiting' } }))
      fill()
    },
    cancel: (id: string) => {
      const stop = running.get(id)
      if (stop) stop.abort()
      else setState(id, { name: 'cancelled' })
    },
    cancelAll: () => {
      update(queue.map((item) => (item.state.name === 'waiting' ? cancelled(item) : item)))
      for (const stop of running.values()) stop.abort()
    },
    takeOff: (id: string) => update(queue.filter((item) => item.id !== id || isUnderWay(item))),
    clearEnded: () => update(queue.filter((item) => !hasEnded(item))),
    /** A document of the queue has been corrected: its row shows what is known now. */
    setDone: setState,
  }
}

export const importStore = createImportStore(sendFile)

function chosen(file: File, facts: FileFacts): QueuedFile {
  return { id: crypto.randomUUID(), file, facts, whenHeld: 'refuse', state: { name: 'chosen' } }
}

function waiting(item: QueuedFile): QueuedFile {
  return { ...item, state: { name: 'waiting' } }
}

function cancelled(item: QueuedFile): QueuedFile {
  return { ...item, state: { name: 'cancelled' } }
}
