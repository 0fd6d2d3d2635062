import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expiredBackups } from '@vigil/core/backup'
import { writePrivateFile } from '../postgres/files.ts'
import type { StoreLine } from './protocol.ts'
import type { KeyStore } from './store.ts'

/** Called so where nobody gave a name. */
export const FIRST_CUSTODIAN = 'custodian'

const NAME = /^keys-(\d{13})\.jsonl$/

/** All that a copy of the key store holds; without the identity's passphrase it opens nothing. */
function* storeLines(store: KeyStore): Generator<StoreLine> {
  yield* headLines(store)
  for (let after: string | null = ''; after !== null;) {
    const page = keyLines(store, after, 1_000)
    yield* page.lines
    after = page.next
  }
}

/** Who can open the keys, the keys of keys, which belong together, and which must never come back. */
export function headLines(store: KeyStore): StoreLine[] {
  const custody = store.findCustody()
  if (custody === undefined) return []
  return [
    { kind: 'custody', recipient: custody.recipient, identity: null },
    ...store.listCustodians().map(({ name, recipient, identity, root, since }) => {
      const sealed = { identity: encodeAny(identity), root: encodeAny(root) }
      return { kind: 'custodian', name, recipient, ...sealed, since } as const
    }),
    ...store.listKeks().map(({ id, sealed, made_at: madeAt }) => {
      return { kind: 'kek', id, sealed: encode(sealed), madeAt } as const
    }),
    ...store.listMembers().map(({ id, family, retired_at: retiredAt }) => {
      return { kind: 'family', id, family, retiredAt } as const
    }),
    ...store.listDestroyed().map(({ id, tombstone }) => {
      return { kind: 'destroyed', id, tombstone } as const
    }),
  ]
}

/** Keys after one id, at most `most`; `next` null where none is left. */
export function keyLines(
  store: KeyStore,
  after: string,
  most: number,
): { readonly lines: StoreLine[]; readonly next: string | null } {
  const keys = store.listKeys(after, most)
  const lines = keys.map(({ id, kek, wrapped }) => {
    return { kind: 'key', id, kek, wrapped: encode(wrapped) } as const
  })
  return { lines, next: keys.length === most ? (keys.at(-1)?.id ?? null) : null }
}

/**
 * Writes a copy of the key store beside it and removes those that have expired: after 30 days nothing
 * brings a destroyed key back, and the newest copy stays, however old.
 */
export function copyStore(
  store: KeyStore,
  { directory, now }: { readonly directory: string; readonly now: number },
): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const file = join(directory, `keys-${now}.jsonl`)
  const lines = [...storeLines(store)].map((line) => `${JSON.stringify(line)}\n`)
  writePrivateFile(file, lines.join(''))
  const copies = readdirSync(directory).flatMap((name) => {
    const at = NAME.exec(name)?.[1]
    return at === undefined ? [] : [{ name, store: 'key', at: toIso(Number(at)) } as const]
  })
  for (const { name } of expiredBackups(copies, { now: toIso(now) })) rmSync(join(directory, name))
}

/** To the millisecond: copies made before and after one act must not count as the same age. */
function toIso(moment: number): string {
  return new Date(moment).toISOString()
}

/** Takes lines of a copy in. False where they belong to another store. What is there stays as it is. */
export function takeLines(store: KeyStore, lines: readonly StoreLine[], now: number): boolean {
  const custody = store.findCustody()
  const given = lines.find((line) => line.kind === 'custody')
  if (custody && given && given.recipient !== custody.recipient) return false
  if (!custody && !given) return false
  store.together(() => {
    for (const line of lines) takeLine(store, line, now)
  })
  return true
}

/** What each kind of line does to the store; what is there stays. */
const TAKES: {
  readonly [Kind in StoreLine['kind']]: (
    store: KeyStore,
    line: Extract<StoreLine, { readonly kind: Kind }>,
    now: number,
  ) => void
} = {
  custody(store, { recipient, identity }) {
    if (store.findCustody() !== undefined) return
    store.setCustody({ recipient })
    // A copy from when there was one custodian, whose identity is the root's.
    if (identity !== null) {
      const sealed = { identity: decode(identity), root: null }
      store.setCustodian({ name: FIRST_CUSTODIAN, recipient, ...sealed, since: 0 })
    }
  },
  custodian(store, { name, recipient, identity, root, since }) {
    if (store.listCustodians().some((one) => one.name === name)) return
    const sealed = { identity: decodeAny(identity), root: decodeAny(root) }
    store.setCustodian({ name, recipient, ...sealed, since })
  },
  kek(store, { id, sealed, madeAt }) {
    const isHeld = store.listKeks().some((kek) => kek.id === id)
    if (!isHeld) store.addKek({ id, sealed: decode(sealed), made_at: madeAt })
  },
  family(store, { id, family, retiredAt }, now) {
    store.addMember({ id, family, retired_at: retiredAt })
    endFamily(store, { id, tombstone: null }, now)
  },
  destroyed(store, { id, tombstone }, now) {
    store.markDestroyed({ id, at: now, tombstone })
    endFamily(store, { id, tombstone }, now)
  },
  key(store, { id, kek, wrapped }) {
    const isGone = store.isDestroyed(id) || store.findKey(id) !== undefined
    if (!isGone) store.addKey({ id, kek, wrapped: decode(wrapped) })
  },
}

function takeLine<Kind extends StoreLine['kind']>(
  store: KeyStore,
  line: Extract<StoreLine, { readonly kind: Kind }>,
  now: number,
): void {
  const { kind } = line as { readonly kind: Kind }
  TAKES[kind](store, line, now)
}

/** Where one key of a record was destroyed, all of them are, in whatever order the lines come. */
function endFamily(
  store: KeyStore,
  { id, tombstone }: { readonly id: string; readonly tombstone: string | null },
  now: number,
): void {
  const family = store.familyOf(id)
  if (!family.some((member) => store.isDestroyed(member))) return
  for (const member of family) store.markDestroyed({ id: member, at: now, tombstone })
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

function encodeAny(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : encode(bytes)
}

function decodeAny(text: string | null): Uint8Array | null {
  return text === null ? null : decode(text)
}

function decode(text: string): Uint8Array {
  return Buffer.from(text, 'base64')
}
