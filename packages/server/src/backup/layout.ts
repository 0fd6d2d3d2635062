import { escapeIdentifier } from 'pg'
import type { Table } from './manifest.ts'

export const MANIFEST = 'manifest.json'
export const SUMMARY = 'summary.json'

/** The file that signs the log. */
export const LOG_KEY = 'files/log.key'

/** Files of the data directory without which the rows are not enough, and their names in a backup. */
export const TRAVELLING = [
  // No checkpoint of the log can be signed without it.
  [LOG_KEY, 'secrets/log.key'],
  // What authenticator apps share with the installation opens with it.
  ['files/factors.key', 'secrets/factors.key'],
  // So that the installation goes on being copied for the same people.
  ['files/backup.recipients', 'secrets/backup.recipients'],
] as const

/** The entry that holds a piece of a table's binary `COPY`; the pieces in a row are that copy. */
export function partOf({ schema, name }: Table, part: number): string {
  return `tables/${schema}.${name}/${String(part).padStart(8, '0')}`
}

/** The columns as `COPY` names them. */
export function columnsOf({ columns }: Table): string {
  return columns.map((column) => escapeIdentifier(column)).join(', ')
}

/** The entry that holds a piece of the lines of a key store. */
export function keyPartOf(part: number): string {
  return `keys/${String(part).padStart(8, '0')}`
}
