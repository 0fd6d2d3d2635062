import { randomBytes, randomUUID } from 'node:crypto'
import { keyRoot } from '@vigil/core/keys'
import { canonicalJson } from '@vigil/core/log'
import { decrypt, encrypt, KEY_BYTES } from './aes-gcm.ts'
import {
  makeIdentity,
  openWith,
  PASSPHRASE_WORK,
  recipientOf,
  sealIdentity,
  sealTo,
} from './age.ts'
import { FIRST_CUSTODIAN } from './copies.ts'
import { findRoot, makeCustodian, type NewCustodian, type Proof, sealRoot } from './custodians.ts'
import { type KeyProvider, Sealed } from './provider.ts'
import type { Custodian, DataKey, KeyStore } from './store.ts'

/** `new`: nobody has set it up; `sealed`: it holds keys that nobody has unlocked since the start. */
type LockState = 'new' | 'sealed' | 'open'

/** A provider that a custodian opens. */
export interface FileProvider extends KeyProvider {
  state(): LockState
  /** Makes the identity that opens the keys, and the first custodian. */
  setUp(passphrase: string, name: string): Promise<void>
  /** Opens the keys by what one custodian shows; false where it is no custodian's. */
  unlock(proof: Proof): Promise<boolean>
  /** The same by an identity from a file; a new store takes it as its own. */
  unlockWith(identity: string): Promise<boolean>
  /** Lets somebody open the keys, by what a custodian shows; false where it is no custodian's. */
  addCustodian(by: Proof, custodian: NewCustodian): Promise<boolean>
  /**
   * Lets somebody open them no more, by what a custodian shows: there is another root from then on, and
   * every key is wrapped anew below it. False where it is no custodian's.
   */
  endCustodian(by: Proof, name: string): Promise<boolean>
  lock(): void
  /** Wraps every key anew under a fresh key, and destroys the one before. */
  rotate(): Promise<void>
}

interface Around {
  readonly store: KeyStore
  readonly now: () => number
  /** What guessing the passphrase costs; less only in tests. */
  readonly work?: number
}

/** Keys of keys that are open, by their ids; the newest wraps. */
type Ring = ReadonlyMap<string, Uint8Array>

const NONCE = 12
const TAG = 16

/**
 * The provider that Vigil brings: keys lie wrapped in the key store (AES-256-GCM), the key that wraps
 * them lies there sealed to an age identity, the root, and the root's identity sealed to each custodian's,
 * which comes from their passphrase, from them, or from a file that the operator provides at the start.
 */
export function createFileProvider(around: Around): FileProvider {
  const { store, now } = around
  const held: Held = { ring: null }
  return {
    state: () => stateOf(store, held.ring),
    ...locking(around, held),
    ...enrolling(around, held),
    rotate: () => rotate(around, held),

    async wrap(keyId, dataKey) {
      if (held.ring !== null) return store.addKey(wrapIn(held.ring, keyId, dataKey))
      const wrapped = await sealTo(getCustody(store).recipient, dataKey)
      store.addKey({ id: keyId, kek: null, wrapped })
    },

    unwrap(keyId) {
      const key = store.findKey(keyId)
      if (held.ring === null) return Promise.reject(new Sealed())
      return Promise.resolve(key && unwrapBy(held.ring, key))
    },

    destroy(keyId) {
      store.destroyKey(keyId, now())
      return Promise.resolve()
    },

    list: () => store.listIds(),

    attest() {
      const { size, root } = keyRoot(store.listIds())
      return { size, root: Buffer.from(root).toString('base64') }
    },
  }
}

/** What is open in this process; null while it is sealed. */
interface Held {
  ring: Ring | null
}

function locking(
  { store, now, work = PASSPHRASE_WORK }: Around,
  held: Held,
): Pick<FileProvider, 'setUp' | 'unlock' | 'unlockWith' | 'lock'> {
  const found = async (root: string, custodian: Pick<Custodian, 'name' | 'identity'>) => {
    const recipient = await recipientOf(root)
    store.together(() => {
      store.setCustody({ recipient })
      store.setCustodian({ ...custodian, recipient, root: null, since: now() })
    })
    held.ring = await openRing(root, { store, now })
  }
  const unlock = async (proof: Proof): Promise<boolean> => {
    const root = await findRoot(store, proof)
    if (root !== undefined) held.ring = await openRing(root, { store, now })
    return root !== undefined
  }
  return {
    async setUp(passphrase, name) {
      const root = await makeIdentity()
      await found(root, { name, identity: await sealIdentity(root, { passphrase, work }) })
    },

    unlock,

    async unlockWith(identity) {
      if (store.findCustody() !== undefined) return unlock({ identity })
      await found(identity, { name: FIRST_CUSTODIAN, identity: null })
      return true
    },

    lock() {
      for (const key of held.ring?.values() ?? []) key.fill(0)
      held.ring = null
    },
  }
}

function enrolling(
  { store, now, work = PASSPHRASE_WORK }: Around,
  held: Held,
): Pick<FileProvider, 'addCustodian' | 'endCustodian'> {
  return {
    async addCustodian(by, custodian) {
      const root = await findRoot(store, by)
      if (root === undefined) return false
      store.setCustodian(await makeCustodian(custodian, { root, work, now: now() }))
      return true
    },

    async endCustodian(by, name) {
      const root = await findRoot(store, by)
      if (root === undefined) return false
      held.ring ??= await openRing(root, { store, now })
      await replaceRoot({ store, now }, { held, without: name })
      return true
    },
  }
}

/** Another root, sealed to all custodians but one, and every key under a key below it: at once. */
async function replaceRoot(
  { store, now }: Omit<Around, 'work'>,
  { held, without }: { readonly held: Held; readonly without: string },
): Promise<void> {
  const root = await makeIdentity()
  const recipient = await recipientOf(root)
  const staying = store.listCustodians().filter(({ name }) => name !== without)
  const sealed = await sealRoot(staying, root)
  const kek = await makeKek(recipient, now())
  held.ring = turnOver(store, { held, kek }, () => {
    store.setCustody({ recipient })
    store.removeCustodian(without)
    staying.forEach((one, at) => store.setCustodian({ ...one, root: sealed[at] ?? null }))
  })
}

/** Opens the keys of keys, and wraps the keys of records that waited for it. */
async function openRing(identity: string, { store, now }: Omit<Around, 'work'>): Promise<Ring> {
  const { recipient } = getCustody(store)
  const opened = new Map<string, Uint8Array>()
  for (const { id, sealed } of store.listKeks()) opened.set(id, await openWith(identity, sealed))
  if (opened.size === 0) {
    const { key, ...kek } = await makeKek(recipient, now())
    store.addKek(kek)
    opened.set(kek.id, key)
  }
  for (const waiting of store.listWaiting()) {
    store.rewrap(wrapIn(opened, waiting.id, await openWith(identity, waiting.wrapped)))
  }
  return opened
}

async function rotate({ store, now }: Around, held: Held): Promise<void> {
  const kek = await makeKek(getCustody(store).recipient, now())
  held.ring = turnOver(store, { held, kek }, () => undefined)
}

/** Wraps all keys under another key, takes those before out, and does what else is to be at once. */
function turnOver(
  store: KeyStore,
  { held, kek }: { readonly held: Held; readonly kek: FreshKek },
  beside: () => void,
): Ring {
  const before = held.ring
  if (before === null) throw new Sealed()
  const { id, key, sealed, made_at } = kek
  const fresh = new Map([[id, key]])
  store.together(() => {
    store.addKek({ id, sealed, made_at })
    for (const one of listAll(store)) {
      store.rewrap(wrapIn(fresh, one.id, unwrapBy(before, one)))
    }
    for (const old of before.keys()) store.removeKek(old)
    beside()
  })
  store.settle()
  return fresh
}

function stateOf(store: KeyStore, ring: Ring | null): LockState {
  if (ring !== null) return 'open'
  return store.findCustody() === undefined ? 'new' : 'sealed'
}

function getCustody(store: KeyStore) {
  const custody = store.findCustody()
  if (custody === undefined) throw new Sealed()
  return custody
}

/** A key of keys that is new, and as the store keeps it. */
interface FreshKek {
  readonly id: string
  readonly key: Uint8Array
  readonly sealed: Uint8Array
  readonly made_at: number
}

async function makeKek(recipient: string, now: number): Promise<FreshKek> {
  const key = randomBytes(KEY_BYTES)
  return { id: randomUUID(), key, sealed: await sealTo(recipient, key), made_at: now }
}

function* listAll(store: KeyStore): Generator<DataKey> {
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: DataKey[] = store.listKeys(after, 1_000)
    yield* page
    after = page.at(-1)?.id
  }
}

/** A wrapped key opens only as the key of its id, under the key that wrapped it. */
function binding(keyId: string, kek: string): Uint8Array {
  return Buffer.from(canonicalJson(['vigil-wrapped/1', keyId, kek]))
}

function wrapIn(ring: Ring, keyId: string, dataKey: Uint8Array): DataKey {
  const newest = [...ring].at(-1)
  if (newest === undefined) throw new Sealed()
  const [kek, key] = newest
  const { nonce, ciphertext, tag } = encrypt(key, {
    bytes: dataKey,
    associated: binding(keyId, kek),
  })
  return { id: keyId, kek, wrapped: Buffer.concat([nonce, ciphertext, tag]) }
}

function unwrapBy(ring: Ring, { id, kek, wrapped }: DataKey): Uint8Array {
  const key = ring.get(kek ?? '')
  const parts = {
    nonce: wrapped.subarray(0, NONCE),
    ciphertext: wrapped.subarray(NONCE, -TAG),
    tag: wrapped.subarray(-TAG),
  }
  const opened = key && decrypt(key, parts, binding(id, kek ?? ''))
  if (opened === undefined) throw new Error('A key of the store is damaged')
  return opened
}
