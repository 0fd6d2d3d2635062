import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expiredBackups } from '@vigil/core/backup'
import { writePrivateFile } from '../postgres/files.ts'
import type { StoreLine } from './protocol.ts'
import type { KeyStore } from './store.ts'

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

/** Who can open the keys, the keys of keys, and which keys must never come back. */
export function headLines(store: KeyStore): StoreLine[] {
  const custody = store.findCustody()
  if (custody === undefined) return []
  const identity = custody.identity === null ? null : encode(custody.identity)
  return [
    { kind: 'custody', recipient: custody.recipient, identity },
    ...store.listKeks().map(({ id, sealed, made_at: madeAt }) => {
      return { kind: 'kek', id, sealed: encode(sealed), madeAt } as const
    }),
    ...store.listDestroyed().map((id) => ({ kind: 'destroyed', id }) as const),
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

function takeLine(store: KeyStore, line: StoreLine, now: number): void {
  if (line.kind === 'destroyed') return store.markDestroyed(line.id, now)
  if (line.kind === 'key') {
    const isGone = store.isDestroyed(line.id) || store.findKey(line.id) !== undefined
    if (!isGone) store.addKey({ ...line, wrapped: decode(line.wrapped) })
    return
  }
  if (line.kind === 'kek') {
    const isHeld = store.listKeks().some(({ id }) => id === line.id)
    if (!isHeld) store.addKek({ id: line.id, sealed: decode(line.sealed), made_at: line.madeAt })
    return
  }
  const identity = line.identity === null ? null : decode(line.identity)
  if (store.findCustody() === undefined) store.setCustody({ ...line, identity })
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

function decode(text: string): Uint8Array {
  return Buffer.from(text, 'base64')
}
