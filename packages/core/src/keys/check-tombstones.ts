import { equalHashes } from '../log/hash.ts'
import type { LogTrust } from '../log/index.ts'
import { openTombstone, type Tombstone } from './tombstone.ts'

/** A destroyed key as the key store holds it. */
export interface BuriedKey {
  readonly id: string
  /** The signed tombstone; null where there is none. */
  readonly tombstone: string | null
}

/** An entry of the log about an erasure: its tombstone, or that the key is gone. */
export interface ErasureEntry {
  readonly id: string
  readonly erasure: string
  readonly action: 'identity.tombstone' | 'identity.destroyed'
  readonly commitment: Uint8Array
}

/**
 * Where key store and log contradict each other; the sentences stand in the catalogue `cli.json` under
 * `check.` and the kind.
 *
 * - `tombstoneAltered`: of the destroyed key `key` there is no tombstone that the log signed
 * - `tombstoneWithoutEntry`: the tombstone of `key` names an entry that the log does not have
 * - `entryWithoutTombstone`: the log says that the key of `erasure` was destroyed, the key store does not
 */
export type TombstoneFault =
  | { readonly kind: 'tombstoneAltered' | 'tombstoneWithoutEntry'; readonly key: string }
  | { readonly kind: 'entryWithoutTombstone'; readonly erasure: string }

/** Compares the tombstones of a key store with a log that was found whole; gives the first fault. */
export function findTombstoneFault(
  buried: readonly BuriedKey[],
  entries: readonly ErasureEntry[],
  trust: LogTrust,
): TombstoneFault | null {
  const ids = new Set(buried.map(({ id }) => id))
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const told = new Set<string>()
  for (const { id: key, tombstone: note } of buried) {
    const tombstone = note === null ? undefined : openTombstone(note, trust)
    // All keys of a record lie under the one tombstone of its erasure.
    if (tombstone === undefined || !ids.has(tombstone.keyId))
      return { kind: 'tombstoneAltered', key }
    if (!isEntered(tombstone, byId)) return { kind: 'tombstoneWithoutEntry', key }
    told.add(tombstone.erasure)
  }
  const untold = entries.find(({ action, erasure }) => {
    return action === 'identity.destroyed' && !told.has(erasure)
  })
  return untold ? { kind: 'entryWithoutTombstone', erasure: untold.erasure } : null
}

function isEntered(
  { entry: id, erasure, commitment }: Tombstone,
  entries: ReadonlyMap<string, ErasureEntry>,
): boolean {
  const entry = entries.get(id)
  return (
    entry?.action === 'identity.tombstone' &&
    entry.erasure === erasure &&
    equalHashes(entry.commitment, commitment)
  )
}
