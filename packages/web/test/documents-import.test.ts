import { describe, expect, test } from 'vitest'
import { createImportStore } from '../src/pages/documents/import/import-store.ts'
import { countQueue, isBusy, type FileState } from '../src/pages/documents/import/queue.ts'
import { reportText } from '../src/pages/documents/import/report.ts'
import type { Sending } from '../src/pages/documents/import/send-file.ts'

const REFUSED: FileState = { name: 'refused', problem: { code: 'connection' } }

function files(...names: string[]): File[] {
  return names.map((name) => new File(['1. Text'], name))
}

/** A store whose sending ends when the test says so. */
function storeInHand() {
  const sent: { name: string; sending: Sending; end: (state: FileState) => void }[] = []
  const store = createImportStore(
    ({ file }, sending) =>
      new Promise((end) => {
        sent.push({ name: file.name, sending, end })
        sending.signal.addEventListener('abort', () => end({ name: 'cancelled' }))
      }),
  )
  const states = () => store.read().map(({ state }) => state.name)
  return { store, sent, states }
}

const settle = () => new Promise((resolve) => setTimeout(resolve))

describe('bringing files in', () => {
  test('nothing is sent before the person says so', () => {
    const { store, sent, states } = storeInHand()
    store.choose(files('a.txt'), {})
    expect(states()).toEqual(['chosen'])
    expect(sent).toEqual([])
    expect(isBusy(store.read())).toBe(false)
  })

  test('two files are under way at a time, the next begins when one ends', async () => {
    const { store, sent, states } = storeInHand()
    store.choose(files('a.txt', 'b.txt', 'c.txt'), {})
    store.sendChosen()
    expect(states()).toEqual(['sending', 'sending', 'waiting'])
    sent[0]?.end(REFUSED)
    await settle()
    expect(states()).toEqual(['refused', 'sending', 'sending'])
    expect(isBusy(store.read())).toBe(true)
  })

  test('cancelling the rest stops what is on its way and what waits', async () => {
    const { store, sent, states } = storeInHand()
    store.choose(files('a.txt', 'b.txt', 'c.txt'), {})
    store.sendChosen()
    store.cancelAll()
    await settle()
    expect(states()).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect(sent.map(({ name }) => name)).toEqual(['a.txt', 'b.txt'])
  })

  test('a refused file is sent again with what the person now says', async () => {
    const { store, sent } = storeInHand()
    store.choose(files('a.txt'), {})
    store.sendChosen()
    sent[0]?.end(REFUSED)
    await settle()
    store.again(store.read()[0]?.id ?? '', { facts: { language: 'fr' } })
    expect(sent).toHaveLength(2)
    expect(store.read()[0]?.facts).toEqual({ language: 'fr' })
  })

  test('a document that is held is counted apart from files that were refused', () => {
    const problem = { type: '', title: '', status: 409, detail: '', requestId: '' }
    const held = { ...problem, code: 'document.sameFile', documentId: 'd-1' } as const
    const [first, second] = [
      { name: 'refused', problem: held },
      REFUSED,
    ] as const satisfies readonly FileState[]
    const { store } = storeInHand()
    store.choose(files('a.txt', 'b.txt'), {})
    store.read().forEach(({ id }, index) => store.setState(id, index === 0 ? first : second))
    expect(countQueue(store.read())).toMatchObject({ total: 2, done: 0, held: 1, refused: 1 })
    expect(
      reportText(store.read(), {
        title: 'Files',
        summary: 'Two files',
        outcome: ({ name }) => name,
        address: (id) => `https://vigil/documents/${id}`,
      }),
    ).toBe('Files\nTwo files\n\na.txt\trefused\thttps://vigil/documents/d-1\nb.txt\trefused\n')
  })
})
