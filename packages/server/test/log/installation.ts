import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { SignerKey } from '@vigil/core/log'
import { record } from '../../src/audit/record.ts'
import { inTransaction, type Db } from '../../src/db/transaction.ts'
import { ensureLogKey } from '../../src/log/key.ts'
import { MOST_AT_ONCE, sequence } from '../../src/log/sequence.ts'

/** Whether everything is run in full size. */
export const FULL = process.env['VIGIL_TORTURE'] === '1'

const AT = new Date('2026-03-02T08:00:00.123Z')
const CIRCUMSTANCES = { at: AT, actor: null, requestId: null } as const

/** A data directory that goes with the tests of the file. */
export function dataDirectory(): string {
  const data = mkdtempSync(join(tmpdir(), 'vigil-log-'))
  afterAll(() => {
    rmSync(data, { recursive: true, force: true })
  })
  return data
}

/** Acts of several kinds, of the command line, each in a transaction of its own. */
export async function act(db: Db, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await inTransaction(db, (tx) => enter(tx, time))
  }
}

/** One entry in a transaction that the caller ends. */
export async function enter(tx: Db, kind = 0): Promise<void> {
  const object = { type: 'document', id: randomUUID() } as const
  const what = [
    { action: 'document.read', object, refusal: 'access.denied' },
    { action: 'document.read', object, class: 'S1', purpose: null },
    { action: 'document.import', object, change: { kind } },
  ] as const
  const entry = what[kind % what.length] ?? what[0]
  await record(tx, { ...CIRCUMSTANCES, ...entry })
}

/** Numbers all that waits, as a server does every second. */
export async function sequenceAll(db: Db, data: string): Promise<SignerKey> {
  const key = await ensureLogKey(db, data)
  while ((await sequence(db, { key, at: AT })) === MOST_AT_ONCE);
  return key
}

/** The numbers given so far, with the place of each entry in the order of writing. */
export function readNumbers(db: Db): Promise<{ index: number; seq: number }[]> {
  return db.selectFrom('log_entry').select(['index', 'seq']).orderBy('index').execute()
}
