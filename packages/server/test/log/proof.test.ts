import { describe, expect, test } from 'vitest'
import { entryLeaf, parseLogProof, verifyLogProof } from '@vigil/core/log'
import { selectEntries } from '../../src/log/entries.ts'
import { trustIn } from '../../src/log/key.ts'
import { proofOf } from '../../src/log/proof.ts'
import { grantOf } from '../support/accounts.ts'
import { problemOf, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { enterAs } from '../support/people.ts'
import { act, dataDirectory, sequenceAll } from './installation.ts'

const { db } = await freshDatabase()
const data = dataDirectory()

test('every entry has a receipt that holds without the database, and for no other entry', async () => {
  await act(db, 270)
  await sequenceAll(db, data)
  await act(db, 30)
  const trust = trustIn(await sequenceAll(db, data))
  const entries = await selectEntries(db).orderBy('seq').execute()
  let other = entries.at(-1)
  for (const [index, entry] of entries.entries()) {
    const proof = (await proofOf(db, entry.id)) ?? ''
    const proved = verifyLogProof(proof, entryLeaf(entry), trust)
    expect(proved).toMatchObject({ ok: true, value: { index, checkpoint: { size: 300 } } })
    const leaf = other === undefined ? new Uint8Array(0) : entryLeaf(other)
    expect(verifyLogProof(proof, leaf, trust)).toMatchObject({ problem: 'proof.wrongRoot' })
    other = entry
  }
})

test('there is no receipt for what has no number yet', async () => {
  await act(db, 1)
  const last = await selectEntries(db).orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow()
  expect(await proofOf(db, last.id)).toBeNull()
  await sequenceAll(db, data)
  expect(await proofOf(db, last.id)).toContain('c2sp.org/tlog-proof@v1')
})

describe('a write that was acknowledged', () => {
  const header = { operation: 'aldonia', region: 'coast', entity: 'mission', class: 'S1' }
  const around = { db, ...startApp(db) }

  /** Whom it concerns, and the numbers of their writes. */
  async function write() {
    const { browser } = await enterAs(around, 'writer', [grantOf('monitor')])
    const writes: [path: string, body: object][] = [
      ['/api/own/sheet', {}],
      ...Array.from({ length: 20 }, (): [string, object] => [
        '/api/incidents',
        { ...header, state: 'submitted' },
      ]),
    ]
    const ids: string[] = []
    for (const [path, body] of writes) {
      const answer = await browser.json('POST', path, body)
      expect([path, answer.status]).toEqual([path, 201])
      ids.push(answer.headers.get('x-request-id') ?? '')
    }
    return { browser, ids }
  }

  test('returns its receipt by the number of its answer, with the entry that it proves', async () => {
    const { browser, ids } = await write()
    const early = await browser.get(`/api/receipts/${ids[0]}`)
    expect((await problemOf(early)).code).toBe('log.noReceipt')
    const trust = trustIn(await sequenceAll(db, data))
    const { browser: another } = await enterAs(around, 'another', [grantOf('auditor')])
    for (const id of ids) {
      const text = await (await browser.get(`/api/receipts/${id}`)).text()
      const receipt = parseLogProof(text)
      const leaf = (receipt.ok && receipt.value.extra) || new Uint8Array(0)
      expect(verifyLogProof(text, leaf, trust)).toMatchObject({ ok: true })
      expect(JSON.parse(new TextDecoder().decode(leaf))).toMatchObject({ request_id: id })
      const refused = await another.get(`/api/receipts/${id}`)
      expect((await problemOf(refused)).code).toBe('log.noReceipt')
    }
  })
})
