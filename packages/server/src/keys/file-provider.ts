import { randomBytes, randomUUID } from 'node:crypto'
import { keyRoot } from '@vigil/core/keys'
import { canonicalJson } from '@vigil/core/log'
import { decrypt, encrypt, KEY_BYTES } from './aes-gcm.ts'
import {
  makeIdentity,
  openIdentity,
  openWith,
  PASSPHRASE_WORK,
  recipientOf,
  sealIdentity,
  sealTo,
} from './age.ts'
import { type KeyProvider, Sealed } from './provider.ts'
import type { DataKey, KeyStore } from './store.ts'

/** `new`: nobody has set it up; `sealed`: it holds keys that nobody has unlocked since the start. */
type LockState = 'new' | 'sealed' | 'open'

/** A provider that a custodian opens. */
export interface FileProvider extends KeyProvider {
  state(): LockState
  /** Makes the identity that opens the keys. Throws where there is one already. */
  setUp(passphrase: string): Promise<void>
  /** Opens the keys; false where the passphrase is another. */
  unlock(passphrase: string): Promise<boolean>
  /** The same by an identity from a file; a new store takes it as its own. */
  unlockWith(identity: string): Promise<boolean>
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
 * them lies there sealed to an age identity, and the identity comes from a custodian's passphrase or
 * from a file that the operator provides at the start.
 */
export function createFileProvider(around: Around): FileProvider {
  const { store, now } = around
  const held: Held = { ring: null }
  return {
    state: () => stateOf(store, held.ring),
    ...locking(around, held),
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
  const open = async (identity: string): Promise<true> => {
    held.ring = await openRing(identity, { store, now })
    return true
  }
  const found = async (identity: string, sealed: Uint8Array | null): Promise<true> => {
    store.setCustody({ recipient: await recipientOf(identity), identity: sealed })
    return open(identity)
  }
  return {
    async setUp(passphrase) {
      const identity = await makeIdentity()
      await found(identity, await sealIdentity(identity, { passphrase, work }))
    },

    async unlock(passphrase) {
      const { identity: sealed } = getCustody(store)
      const identity = sealed === null ? undefined : await openIdentity(sealed, passphrase)
      return identity === undefined ? false : open(identity)
    },

    async unlockWith(identity) {
      const custody = store.findCustody()
      if (custody === undefined) return found(identity, null)
      const isTheOne = custody.recipient === (await recipientOf(identity))
      return isTheOne && open(identity)
    },

    lock() {
      for (const key of held.ring?.values() ?? []) key.fill(0)
      held.ring = null
    },
  }
}

/** Opens the keys of keys, and wraps the keys of records that waited for it. */
async function openRing(identity: string, { store, now }: Omit<Around, 'work'>): Promise<Ring> {
  const { recipient } = getCustody(store)
  const opened = new Map<string, Uint8Array>()
  for (const { id, sealed } of store.listKeks()) opened.set(id, await openWith(identity, sealed))
  if (opened.size === 0) await addKek(opened, { store, recipient, now })
  for (const waiting of store.listWaiting()) {
    store.rewrap(wrapIn(opened, waiting.id, await openWith(identity, waiting.wrapped)))
  }
  return opened
}

async function rotate({ store, now }: Around, held: Held): Promise<void> {
  const before = held.ring
  if (before === null) throw new Sealed()
  const fresh = new Map<string, Uint8Array>()
  await addKek(fresh, { store, recipient: getCustody(store).recipient, now })
  store.together(() => {
    for (const key of listAll(store)) {
      store.rewrap(wrapIn(fresh, key.id, unwrapBy(before, key)))
    }
    for (const id of before.keys()) store.removeKek(id)
  })
  held.ring = fresh
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

interface Fresh {
  readonly store: KeyStore
  readonly recipient: string
  readonly now: () => number
}

async function addKek(
  ring: Map<string, Uint8Array>,
  { store, recipient, now }: Fresh,
): Promise<void> {
  const [id, key] = [randomUUID(), randomBytes(KEY_BYTES)]
  store.addKek({ id, sealed: await sealTo(recipient, key), made_at: now() })
  ring.set(id, key)
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
