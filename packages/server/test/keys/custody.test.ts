import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UNWRAP_LIMITS, verifyAbsence } from '@vigil/core/keys'
import type { AskKeys, KeyAnswer, StoreLine } from '../../src/keys/protocol.ts'
import { exportKeys, importKeys } from '../../src/keys/stream.ts'
import { CUSTODIANS, openKeys, startKeys } from './support.ts'

const AMINA = randomUUID()
const DAY = 86_400_000
/** The key store keeps it, and reads nothing in it. */
const TOMBSTONE = 'here lies a key\n'

async function make(ask: AskKeys): Promise<{ keyId: string; dataKey: string }> {
  const keyId = randomUUID()
  const made = await ask({ does: 'make', keyId })
  if (!made.ok) throw new Error(made.problem)
  return { keyId, dataKey: made.value.dataKey }
}

function unwrap(ask: AskKeys, keyId: string, actor = AMINA) {
  return ask({ does: 'unwrap', keyId, actor, purpose: 'protection' })
}

describe('keys', () => {
  test('come back as they were made, each for its own id', async () => {
    const { ask } = await openKeys()
    const [one, other] = [await make(ask), await make(ask)]
    expect(one.dataKey).not.toBe(other.dataKey)
    for (const { keyId, dataKey } of [one, other]) {
      expect(await unwrap(ask, keyId)).toEqual({ ok: true, value: { dataKey } })
    }
    expect(await unwrap(ask, randomUUID())).toEqual({ ok: false, problem: 'unknownKey' })
  })

  test('open only for who they are named to be, in a journal that keeps every opening', async () => {
    const { ask, store } = await openKeys()
    const { keyId } = await make(ask)
    await unwrap(ask, keyId)
    expect(store.openingsSince(AMINA, 0)).toHaveLength(1)
    expect(store.openingsSince(randomUUID(), 0)).toEqual([])
  })

  test('are wrapped anew by rotation, and none is lost', async () => {
    const { ask, store } = await openKeys()
    const made = [await make(ask), await make(ask), await make(ask)]
    const [before] = store.listKeks()
    expect(await ask({ does: 'rotate' })).toMatchObject({ ok: true, value: { size: 3 } })
    expect(store.listKeks().map(({ id }) => id)).not.toContain(before?.id)
    expect(store.findKey(made[0]?.keyId ?? '')?.wrapped).toHaveLength(60)
    for (const { keyId, dataKey } of made) {
      expect(await unwrap(ask, keyId)).toEqual({ ok: true, value: { dataKey } })
    }
  })

  test('of two records cannot be exchanged in the store', async () => {
    const { ask, store } = await openKeys()
    const [one, other] = [await make(ask), await make(ask)]
    const [held, foreign] = [store.findKey(one.keyId), store.findKey(other.keyId)]
    if (!held || !foreign) throw new Error('not held')
    store.rewrap({ ...held, wrapped: foreign.wrapped })
    expect(await unwrap(ask, one.keyId)).toEqual({ ok: false, problem: 'failed' })
  })
})

describe('a store that nobody has unlocked', () => {
  test('opens nothing, takes new keys, and has them all once it is unlocked', async () => {
    const before = await openKeys()
    const old = await make(before.ask)
    const { ask, store } = before.restart()
    expect(await ask({ does: 'status' })).toMatchObject({ value: { state: 'sealed', keys: 1 } })
    expect(await unwrap(ask, old.keyId)).toEqual({ ok: false, problem: 'sealed' })
    const fresh = await make(ask)
    expect(await unwrap(ask, fresh.keyId)).toEqual({ ok: false, problem: 'sealed' })
    expect(store.listWaiting()).toHaveLength(1)
    const wrong = { does: 'unlock', passphrase: `${CUSTODIANS}!` } as const
    expect(await ask(wrong)).toEqual({ ok: false, problem: 'wrongPassphrase' })
    expect(await ask({ does: 'unlock', passphrase: CUSTODIANS })).toMatchObject({ ok: true })
    expect(store.listWaiting()).toEqual([])
    for (const { keyId, dataKey } of [old, fresh]) {
      expect(await unwrap(ask, keyId)).toEqual({ ok: true, value: { dataKey } })
    }
    expect(await ask({ does: 'lock' })).toMatchObject({ value: { state: 'sealed' } })
    expect(await unwrap(ask, old.keyId)).toEqual({ ok: false, problem: 'sealed' })
  })

  test('takes ten wrong passphrases an hour', async () => {
    let now = 0
    const { ask } = (await openKeys({ now: () => now })).restart()
    const wrong = { does: 'unlock', passphrase: `${CUSTODIANS}!` } as const
    for (let tries = 0; tries < 10; tries += 1) {
      expect(await ask(wrong)).toEqual({ ok: false, problem: 'wrongPassphrase' })
    }
    const right = { does: 'unlock', passphrase: CUSTODIANS } as const
    expect(await ask(right)).toEqual({ ok: false, problem: 'tooManyTries', retryAfter: 3600 })
    now = 3_600_000
    expect(await ask(right)).toMatchObject({ ok: true })
  })

  test('that nobody has set up takes nothing, and is set up once', async () => {
    const { ask } = startKeys()
    expect(await ask({ does: 'make', keyId: randomUUID() })).toEqual({ ok: false, problem: 'new' })
    const setUp = { does: 'setUp', passphrase: CUSTODIANS } as const
    expect(await ask(setUp)).toMatchObject({ ok: true, value: { state: 'open' } })
    expect(await ask(setUp)).toEqual({ ok: false, problem: 'setUpAlready' })
  })
})

test('whoever opens too many is stopped, and others are not', async () => {
  let now = 1_000_000
  const { ask } = await openKeys({ now: () => now })
  const { keyId } = await make(ask)
  const { most } = UNWRAP_LIMITS[0]
  for (let times = 0; times < most; times += 1) {
    expect(await unwrap(ask, keyId)).toMatchObject({ ok: true })
  }
  const stopped = { ok: false, problem: 'throttled', retryAfter: 60 }
  expect(await unwrap(ask, keyId)).toEqual(stopped)
  expect(await unwrap(ask, keyId, randomUUID())).toMatchObject({ ok: true })
  now += 60_000
  expect(await unwrap(ask, keyId)).toMatchObject({ ok: true })
})

describe('a key that is destroyed', () => {
  test('is proven absent, and no copy of the newest day holds it', async () => {
    const { ask, copies, store } = await openKeys()
    const [gone, stays] = [await make(ask), await make(ask)]
    const wrapped = Buffer.from(store.findKey(gone.keyId)?.wrapped ?? []).toString('base64')
    const answer = await ask({ does: 'destroy', keyId: gone.keyId, tombstone: TOMBSTONE })
    if (!answer.ok) throw new Error(answer.problem)
    const { size, root, below, above } = answer.value
    const decode = (one: typeof below) =>
      one && { ...one, path: one.path.map((hash) => Buffer.from(hash, 'base64')) }
    const proof = { below: decode(below), above: decode(above) }
    const head = { size, root: Buffer.from(root, 'base64') }
    expect(verifyAbsence(head, gone.keyId, proof)).toBe(true)
    expect(await unwrap(ask, gone.keyId)).toEqual({ ok: false, problem: 'unknownKey' })
    expect(await unwrap(ask, stays.keyId)).toMatchObject({ ok: true })
    const [before = '', after = ''] = readdirSync(copies).toSorted()
    expect(readFileSync(join(copies, before), 'utf8')).toContain(wrapped)
    expect(readFileSync(join(copies, after), 'utf8')).not.toContain(wrapped)
  })

  test('stands in no byte of the store any more', async () => {
    const keys = await openKeys()
    const { keyId } = await make(keys.ask)
    const wrapped = Buffer.from(keys.store.findKey(keyId)?.wrapped ?? [])
    const files = () => {
      const directory = join(keys.copies, '..')
      const names = readdirSync(directory).filter((name) => name.startsWith('keys.db'))
      return Buffer.concat(names.map((name) => readFileSync(join(directory, name))))
    }
    expect(files().includes(wrapped)).toBe(true)
    await keys.ask({ does: 'destroy', keyId, tombstone: TOMBSTONE })
    expect(files().includes(wrapped)).toBe(false)
  })

  test('does not come back by a copy that still holds it, and the others do', async () => {
    const from = await openKeys()
    const [gone, stays] = [await make(from.ask), await make(from.ask)]
    const exported = await exportAll(from.ask)
    await from.ask({ does: 'destroy', keyId: gone.keyId, tombstone: TOMBSTONE })
    for (const lines of exported) {
      expect(await from.ask({ does: 'import', lines })).toMatchObject({ ok: true })
    }
    expect(await unwrap(from.ask, gone.keyId)).toEqual({ ok: false, problem: 'unknownKey' })

    const lost = startKeys()
    const tombstones = [{ kind: 'destroyed', id: gone.keyId, tombstone: null } as const]
    for (const lines of [[...(exported[0] ?? []), ...tombstones], ...exported.slice(1)]) {
      expect(await lost.ask({ does: 'import', lines })).toMatchObject({ ok: true })
    }
    expect(await lost.ask({ does: 'unlock', passphrase: CUSTODIANS })).toMatchObject({ ok: true })
    expect(await unwrap(lost.ask, gone.keyId)).toEqual({ ok: false, problem: 'unknownKey' })
    expect(await unwrap(lost.ask, stays.keyId)).toMatchObject({ value: { dataKey: stays.dataKey } })
    const other = await openKeys()
    const refused = await other.ask({ does: 'import', lines: exported[0] ?? [] })
    expect(refused).toEqual({ ok: false, problem: 'otherStore' })
  })
})

test('copies go after 30 days, and the newest never', async () => {
  let now = 1_700_000_000_000
  const { ask, copies } = await openKeys({ now: () => now })
  await ask({ does: 'rotate' })
  now += 400 * DAY
  expect(readdirSync(copies)).toHaveLength(2)
  await ask({ does: 'rotate' })
  const names = [now, now + 1].map((moment) => `keys-${moment}.jsonl`)
  expect(readdirSync(copies).toSorted()).toEqual(names)
})

async function exportAll(ask: AskKeys): Promise<StoreLine[][]> {
  const pages: StoreLine[][] = []
  for (let after: string | null = ''; after !== null;) {
    const answer: KeyAnswer<'export'> = await ask({ does: 'export', after })
    if (!answer.ok) throw new Error(answer.problem)
    pages.push(answer.value.lines)
    after = answer.value.next
  }
  return pages
}

test('the whole store streams out and into an empty one, without what was destroyed since', async () => {
  const from = await openKeys()
  const [gone, stays] = [await make(from.ask), await make(from.ask)]
  const chunks: Uint8Array[] = []
  for await (const chunk of exportKeys(from.ask)) chunks.push(chunk)
  const to = startKeys()
  const source = (async function* () {
    for (const chunk of chunks) yield chunk
  })()
  expect(await importKeys(to.ask, source, [{ id: gone.keyId, tombstone: TOMBSTONE }])).toBe(6)
  expect(await to.ask({ does: 'unlock', passphrase: CUSTODIANS })).toMatchObject({ ok: true })
  expect(await unwrap(to.ask, gone.keyId)).toEqual({ ok: false, problem: 'unknownKey' })
  expect(await unwrap(to.ask, stays.keyId)).toMatchObject({ value: { dataKey: stays.dataKey } })
})
