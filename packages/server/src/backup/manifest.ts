import type { Store } from '@vigil/core/backup'
import { z } from 'zod'

/** The store whose rows are copied. Keys are another store, and never in the same file. */
export const STORE = 'record' satisfies Store

const Name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/)
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.int().nonnegative()

const Table = z.strictObject({
  schema: Name,
  name: Name,
  /** In the order of the copy; without those that the database computes by itself. */
  columns: z.array(Name).min(1).max(1_600),
})
export type Table = z.infer<typeof Table>

const Migration = z.strictObject({
  number: z.int().positive(),
  name: z.string().max(200),
  sha256: Sha256,
})

const FORMAT = z.literal('vigil-backup/1')

/** `manifest.json`, the first entry of a backup: what is needed before the first row. */
export const Manifest = z.strictObject({
  format: FORMAT,
  store: z.literal(STORE),
  at: z.iso.datetime(),
  migrations: z.array(Migration).min(1).max(10_000),
  tables: z.array(Table).max(10_000),
})
export type Manifest = z.infer<typeof Manifest>

const CopiedTable = z.strictObject({ rows: Count, bytes: Count, sha256: Sha256 })
/** What a table came to, over the bytes of its `COPY`. */
export type CopiedTable = z.infer<typeof CopiedTable>

const Sequence = z.strictObject({
  schema: Name,
  name: Name,
  value: z.string().regex(/^-?\d{1,19}$/),
  called: z.boolean(),
})
export type Sequence = z.infer<typeof Sequence>

/** `summary.json`, the last entry: what is known only after the last row. */
export const Summary = z.strictObject({
  /** In the order of the manifest. */
  tables: z.array(CopiedTable).max(10_000),
  sequences: z.array(Sequence).max(10_000),
  /** The newest checkpoint of the log, as it was signed; null while the log is empty. */
  checkpoint: z.string().max(1_000_000).nullable(),
})
export type Summary = z.infer<typeof Summary>

/** `manifest.json` of a copy of the key store. */
export const KeyManifest = z.strictObject({
  format: FORMAT,
  store: z.literal('key'),
  at: z.iso.datetime(),
})

/** `summary.json` of a copy of the key store, over the bytes of its lines. */
export const KeySummary = z.strictObject({ lines: Count, bytes: Count, sha256: Sha256 })
export type KeySummary = z.infer<typeof KeySummary>

/** The JSON Schema (2020-12) of both, as published in `docs/schemas`. */
export function backupSchema(): object {
  const options = { target: 'draft-2020-12' } as const
  const { $schema, ...manifest } = z.toJSONSchema(z.union([Manifest, KeyManifest]), options)
  const { $schema: _, ...summary } = z.toJSONSchema(z.union([Summary, KeySummary]), options)
  const $defs = { 'manifest.json': manifest, 'summary.json': summary }
  return { $schema, $id: 'vigil-backup-1.schema.json', title: 'vigil-backup/1', $defs }
}
