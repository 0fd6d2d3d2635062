import { expect, test } from 'vitest'
import { entryLeaf, verifyLogProof } from '@vigil/core/log'
import { selectEntries } from '../../src/log/entries.ts'
import { trustIn } from '../../src/log/key.ts'
import { proofOf } from '../../src/log/proof.ts'
import { freshDatabase } from '../support/database.ts'
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
