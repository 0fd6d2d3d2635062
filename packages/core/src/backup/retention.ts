import { daysBetween } from '../calendar.ts'
/** What is copied apart: what was recorded, and the keys without which it says nothing. */
export type Store = 'record' | 'key'

/**
 * A record is forgotten by destroying its key. A copy of the key store brings the key back, so that no
 * such copy may be older than this many days: then forgetting is complete (security.md 5.2).
 */
const LONGEST_KEPT: Readonly<Record<Store, number>> = { record: Number.POSITIVE_INFINITY, key: 30 }

/** A backup in a folder of backups. */
export interface KeptBackup {
  readonly name: string
  readonly store: Store
  /** When it was made: ISO 8601 in UTC, to the second (`2026-11-22T13:00:00Z`). */
  readonly at: string
}

/**
 * The backups that are to go, where records are kept for `days` (without end where not said) and the day
 * is counted back from `now`. The newest of a store never goes, however old: without keys nothing can be
 * read any more.
 */
export function expiredBackups(
  backups: readonly KeptBackup[],
  { now, days = Number.POSITIVE_INFINITY }: { readonly now: string; readonly days?: number },
): readonly KeptBackup[] {
  return backups.filter(({ store, at }) => {
    const isNewest = !backups.some((other) => other.store === store && other.at > at)
    return !isNewest && daysBetween(at, now) > Math.min(days, LONGEST_KEPT[store])
  })
}
