import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeIdentity, recipientOf } from '../../src/keys/age.ts'
import type { AskKeys, KeyAnswer, StoreLine } from '../../src/keys/protocol.ts'
import { CUSTODIANS, type Keys, openKeys, startKeys } from './support.ts'

const BINTA = 'a ferry waits for no lantern'
const AMINA = { passphrase: CUSTODIANS } as const
const FIRST = 'custodian'

/** Keys with a second custodian, and one key to be opened. */
async function openWithTwo(): Promise<Keys & { readonly keyId: string; readonly dataKey: string }> {
  const keys = await openKeys()
  const keyId = randomUUID()
  const made = await keys.ask({ does: 'make', keyId })
  if (!made.ok) throw new Error(made.problem)
  const added = await keys.ask({
    does: 'addCustodian',
    by: AMINA,
    name: 'Binta',
    passphrase: BINTA,
  })
  expect(added).toMatchObject({ ok: true })
  return { ...keys, keyId, dataKey: made.value.dataKey }
}

function unwrap(ask: AskKeys, keyId: string) {
  return ask({ does: 'unwrap', keyId, actor: randomUUID(), purpose: 'protection' })
}

async function names(ask: AskKeys): Promise<readonly string[]> {
  const answer: KeyAnswer<'custodians'> = await ask({ does: 'custodians' })
  return answer.ok ? answer.value.custodians.map(({ name }) => name) : []
}

describe('a second custodian', () => {
  test('opens the keys alone, as the first still does', async () => {
    const { restart, keyId, dataKey } = await openWithTwo()
    for (const passphrase of [BINTA, CUSTODIANS]) {
      const { ask } = restart()
      expect(await unwrap(ask, keyId)).toEqual({ ok: false, problem: 'sealed' })
      expect(await ask({ does: 'unlock', passphrase })).toMatchObject({ value: { state: 'open' } })
      expect(await unwrap(ask, keyId)).toEqual({ ok: true, value: { dataKey } })
    }
  })

  test('is let in by a custodian alone, even while the keys are open', async () => {
    const { ask } = await openWithTwo()
    const wrong = { passphrase: `${CUSTODIANS}!` }
    const add = { does: 'addCustodian', by: wrong, name: 'Chidi', passphrase: BINTA } as const
    expect(await ask(add)).toEqual({ ok: false, problem: 'wrongPassphrase' })
    const taken = { ...add, by: AMINA, name: 'Binta' }
    expect(await ask(taken)).toEqual({ ok: false, problem: 'custodianTaken' })
    const end = { does: 'endCustodian', by: wrong, name: 'Binta' } as const
    expect(await ask(end)).toEqual({ ok: false, problem: 'wrongPassphrase' })
    expect(await names(ask)).toEqual(expect.arrayContaining([FIRST, 'Binta']))
  })

  test('may keep an identity instead, which is never seen here', async () => {
    const { ask, restart, keyId } = await openWithTwo()
    const identity = await makeIdentity()
    const add = { does: 'addCustodian', by: AMINA, name: 'archive' } as const
    const bad = { ...add, recipient: 'age1nothing' }
    expect(await ask(bad)).toEqual({ ok: false, problem: 'badRecipient' })
    expect(await ask({ ...add, recipient: await recipientOf(identity) })).toMatchObject({
      ok: true,
    })
    const after = restart().ask
    for (const stranger of [await makeIdentity(), 'AGE-SECRET-KEY-NONE']) {
      expect(await after({ does: 'unlock', identity: stranger })).toMatchObject({
        problem: 'wrongPassphrase',
      })
    }
    expect(await after({ does: 'unlock', identity })).toMatchObject({ ok: true })
    expect(await unwrap(after, keyId)).toMatchObject({ ok: true })
  })
})

describe('a custodian who ends', () => {
  test('opens nothing any more, and the others open everything', async () => {
    const { ask, store, restart, keyId, dataKey, copies } = await openWithTwo()
    const waiting = randomUUID()
    const [before] = store.listKeks()
    const files = () => {
      const directory = join(copies, '..')
      const held = readdirSync(directory).filter((name) => name.startsWith('keys.db'))
      return Buffer.concat(held.map((name) => readFileSync(join(directory, name))))
    }
    const old = Buffer.from(before?.sealed ?? [])
    expect([old.length > 100, files().includes(old)]).toEqual([true, true])
    expect(
      await ask({ does: 'endCustodian', by: { passphrase: BINTA }, name: FIRST }),
    ).toMatchObject({ value: { custodians: [{ name: 'Binta', byPassphrase: true }] } })
    expect(await unwrap(ask, keyId)).toEqual({ ok: true, value: { dataKey } })
    expect(store.listKeks().map(({ id }) => id)).not.toContain(before?.id)
    expect(files().includes(old)).toBe(false)
    const after = restart().ask
    expect(await after({ does: 'make', keyId: waiting })).toMatchObject({ ok: true })
    expect(await after({ does: 'unlock', ...AMINA })).toMatchObject({ problem: 'wrongPassphrase' })
    expect(await after({ does: 'unlock', passphrase: BINTA })).toMatchObject({ ok: true })
    expect(await unwrap(after, keyId)).toEqual({ ok: true, value: { dataKey } })
    expect(await unwrap(after, waiting)).toMatchObject({ ok: true })
    // The newest copy knows nothing of who has ended either.
    const newest = readdirSync(copies).toSorted().at(-1) ?? ''
    const text = readFileSync(join(copies, newest), 'utf8')
    expect([text.includes(FIRST_LINE), text.includes('"Binta"')]).toEqual([false, true])
  })

  test('is never the last, nor somebody who is none', async () => {
    const { ask } = await openKeys()
    const end = { does: 'endCustodian', by: AMINA, name: FIRST } as const
    expect(await ask(end)).toEqual({ ok: false, problem: 'lastCustodian' })
    const nobody = { ...end, name: 'Nobody' }
    expect(await ask(nobody)).toEqual({ ok: false, problem: 'unknownCustodian' })
    expect(await names(ask)).toEqual([FIRST])
  })

  test('ends wholly or not at all: killed in between, everybody opens as before', async () => {
    const { ask, store, restart, keyId } = await openWithTwo()
    const remove = store.removeCustodian
    store.removeCustodian = () => {
      throw new Error('killed')
    }
    const end = { does: 'endCustodian', by: { passphrase: BINTA }, name: FIRST } as const
    expect(await ask(end)).toEqual({ ok: false, problem: 'failed' })
    store.removeCustodian = remove
    for (const passphrase of [BINTA, CUSTODIANS]) {
      const after = restart().ask
      expect(await after({ does: 'unlock', passphrase })).toMatchObject({ ok: true })
      expect(await unwrap(after, keyId)).toMatchObject({ ok: true })
    }
  })
})

const FIRST_LINE = `"name":"${FIRST}"`

describe('a copy of the key store', () => {
  test('opens for each custodian where it is restored', async () => {
    const from = await openWithTwo()
    const lines: StoreLine[] = []
    for (let after: string | null = ''; after !== null;) {
      const page: KeyAnswer<'export'> = await from.ask({ does: 'export', after })
      if (!page.ok) throw new Error(page.problem)
      lines.push(...page.value.lines)
      after = page.value.next
    }
    for (const passphrase of [BINTA, CUSTODIANS]) {
      const to = startKeys()
      expect(await to.ask({ does: 'import', lines })).toMatchObject({ ok: true })
      expect(await to.ask({ does: 'unlock', passphrase })).toMatchObject({ ok: true })
      expect(await unwrap(to.ask, from.keyId)).toEqual({
        ok: true,
        value: { dataKey: from.dataKey },
      })
    }
  })

  test('of when there was one custodian still opens by their passphrase', async () => {
    const from = await openKeys()
    const keyId = randomUUID()
    await from.ask({ does: 'make', keyId })
    const [one] = from.store.listCustodians()
    const [kek] = from.store.listKeks()
    const key = from.store.findKey(keyId)
    if (!one?.identity || !kek || !key) throw new Error('nothing is held')
    const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
    const lines: StoreLine[] = [
      { kind: 'custody', recipient: one.recipient, identity: encode(one.identity) },
      { kind: 'kek', id: kek.id, sealed: encode(kek.sealed), madeAt: kek.made_at },
      { kind: 'key', id: keyId, kek: kek.id, wrapped: encode(key.wrapped) },
    ]
    const to = startKeys()
    expect(await to.ask({ does: 'import', lines })).toMatchObject({ ok: true })
    expect(await to.ask({ does: 'unlock', passphrase: CUSTODIANS })).toMatchObject({ ok: true })
    expect(await unwrap(to.ask, keyId)).toMatchObject({ ok: true })
  })
})
