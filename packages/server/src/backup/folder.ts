import { expiredBackups, type KeptBackup, type Store } from '@vigil/core/backup'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** The file name says of which store and moment a backup is: the time of a file changes with every copy. */
export function nameBackup(store: Store, now: Date): string {
  return `vigil-${store}-${now.toISOString().replace(/[-:.]/g, '')}.age`
}

/**
 * Removes the backups of a folder that were kept long enough and tells their names; what has no name of
 * a backup is left alone.
 */
export function removeExpired(
  directory: string,
  { now, days }: { readonly now: Date; readonly days: number },
): readonly string[] {
  const backups = readdirSync(directory).flatMap(readName)
  const expired = expiredBackups(backups, { now: now.toISOString().replace(/\.\d+/, ''), days })
  for (const { name } of expired) rmSync(join(directory, name))
  return expired.map(({ name }) => name)
}

const NAME = /^vigil-(record|key)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)\d{3}Z\.age$/

function readName(name: string): KeptBackup[] {
  const [, store, year, month, day, hour, minute, second] = NAME.exec(name) ?? []
  if (store === undefined) return []
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
  return [{ name, store: store === 'key' ? 'key' : 'record', at }]
}
