import { PAGE_ENDPOINTS } from '@vigil/contract/page-endpoints'
import { Imported, Problem } from '@vigil/contract/schemas'
import type { FileState, QueuedFile } from './queue.ts'

/** How a file on its way is followed and stopped. */
export interface Sending {
  readonly signal: AbortSignal
  /** Called as the file moves; never after the promise has settled. */
  readonly onState: (state: FileState) => void
}

/**
 * Sends one file to the server and waits until it is read. `fetch` does not say how much of a body
 * has left, so this is the one place that uses XMLHttpRequest. Never rejects: how it ended is the
 * answer.
 */
export function sendFile(item: QueuedFile, { signal, onState }: Sending): Promise<FileState> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onState({ name: 'sending', share: event.loaded / event.total })
    })
    request.upload.addEventListener('load', () => onState({ name: 'reading' }))
    request.addEventListener('load', () => resolve(endOf(request)))
    request.addEventListener('error', () => resolve(BROKEN))
    request.addEventListener('abort', () => resolve({ name: 'cancelled' }))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.open(
      PAGE_ENDPOINTS.importDocument.method.toUpperCase(),
      PAGE_ENDPOINTS.importDocument.path,
    )
    request.setRequestHeader('accept-language', document.documentElement.lang)
    request.send(toForm(item))
  })
}

const BROKEN: FileState = { name: 'refused', problem: { code: 'connection' } }

function toForm({ file, facts, whenHeld }: QueuedFile): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value === 'string' && value !== '') form.append(name, value)
  }
  form.append('whenHeld', whenHeld)
  form.append('file', file, file.name)
  return form
}

function endOf(request: XMLHttpRequest): FileState {
  const answer = parseJson(request.responseText)
  if (request.status === PAGE_ENDPOINTS.importDocument.status) {
    const imported = Imported.safeParse(answer)
    return imported.success ? { name: 'done', imported: imported.data } : BROKEN
  }
  const problem = Problem.safeParse(answer)
  return problem.success ? { name: 'refused', problem: problem.data } : BROKEN
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
