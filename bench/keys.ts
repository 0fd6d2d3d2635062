/**
 * What it costs to open an identity: `node bench/keys.ts`. Each step by itself, medians: AES-256-GCM
 * alone, a key unwrapped in this process, the same from the key service over its socket with its journal
 * on disk, and beside them a bare query by primary key.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { makeIdentity } from '../packages/server/src/keys/age.ts'
import { createFileProvider } from '../packages/server/src/keys/file-provider.ts'
import { seal, unseal } from '../packages/server/src/keys/sealed.ts'
import { startKeyService } from '../packages/server/src/keys/service/supervise.ts'
import { openKeyStore } from '../packages/server/src/keys/store.ts'
import { startPostgres } from '../packages/server/src/postgres/launcher.ts'

const RUNS = 500
const SILENT = { error: () => undefined, warn: () => undefined }
const data = mkdtempSync(join(tmpdir(), 'vigil-bench-'))
const place = {
  table: 'identity.person',
  record: randomUUID(),
  field: 'names',
  version: 1,
  class: 'S0',
  keyId: randomUUID(),
} as const

/** Median microseconds of one run. */
async function measure(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now()
    await work()
    times.push((performance.now() - started) * 1000)
  }
  return times.toSorted((one, other) => one - other)[RUNS / 2] ?? 0
}

async function measureService(): Promise<number> {
  const credential = join(data, 'credential')
  writeFileSync(credential, await makeIdentity(), { mode: 0o600 })
  process.env['VIGIL_KEY_CREDENTIAL'] = credential
  const service = await startKeyService({ data, logger: SILENT })
  try {
    await service.ask({ does: 'make', keyId: place.keyId })
    return await measure(async () => {
      const asked = { keyId: place.keyId, actor: randomUUID(), purpose: 'protection' }
      const answer = await service.ask({ does: 'unwrap', ...asked })
      if (!answer.ok) throw new Error(answer.problem)
    })
  } finally {
    await service.stop()
  }
}

async function measureProvider(): Promise<number> {
  const store = openKeyStore(join(data, 'own.db'))
  const provider = createFileProvider({ store, now: Date.now })
  await provider.unlockWith(await makeIdentity())
  await provider.wrap(place.keyId, randomBytes(32))
  const median = await measure(() => provider.unwrap(place.keyId))
  store.close()
  return median
}

async function measureQuery(): Promise<number> {
  const postgres = await startPostgres({ data: join(data, 'records') })
  const client = new Client(postgres.owner)
  try {
    await client.connect()
    await client.query('create table one (id uuid primary key, sealed bytea)')
    const values = [place.record, randomBytes(200)]
    await client.query('insert into one values ($1, $2)', values)
    return await measure(() => client.query('select sealed from one where id = $1', [place.record]))
  } finally {
    await client.end()
    await postgres.stop()
  }
}

try {
  const dataKey = randomBytes(32)
  const value = randomBytes(200)
  const sealed = seal(dataKey, place, value)
  const rows: readonly (readonly [string, number])[] = [
    ['sealing 200 bytes', await measure(() => seal(dataKey, place, value))],
    ['opening them (AES-256-GCM)', await measure(() => unseal(dataKey, place, sealed))],
    ['unwrapping a key in this process', await measureProvider()],
    ['unwrapping it in the key service', await measureService()],
    ['a bare query by primary key', await measureQuery()],
  ]
  const query = rows.at(-1)?.[1] ?? 1
  for (const [name, micro] of rows) {
    console.log(
      `${name.padEnd(36)}${micro.toFixed(0).padStart(8)} µs  ${(micro / query).toFixed(2)}x`,
    )
  }
} finally {
  rmSync(data, { recursive: true, force: true })
}
