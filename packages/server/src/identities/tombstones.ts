import { type ErasureEntry, formatTombstone } from '@vigil/core/keys'
import { formatNote, signNote, type SignerKey } from '@vigil/core/log'
import type { Db } from '../db/transaction.ts'
import { signWith } from '../log/crypto.ts'

/** A key that is to be destroyed, and the signed tombstone that stays of it. */
export interface Buried {
  readonly keyId: string
  readonly tombstone: string
}

/** Signs the tombstone of an erasure whose entry is there; null where it is none yet. */
export async function engrave(
  tx: Db,
  id: string,
  { signer }: { readonly signer: () => Promise<SignerKey> },
): Promise<Buried | null> {
  const row = await tx
    .selectFrom('erasure')
    .select(['key_id', 'tombstone'])
    .where('id', '=', id)
    .executeTakeFirst()
  const keyId = row?.key_id ?? null
  if (keyId === null) return null
  if (row?.tombstone) return { keyId, tombstone: row.tombstone }
  const [entry] = await listErasureEntries(tx, id)
  if (entry === undefined) return null
  const key = await signer()
  const { id: entryId, commitment } = entry
  const text = formatTombstone({ origin: key.name, erasure: id, keyId, entry: entryId, commitment })
  const tombstone = formatNote(signNote({ text, signatures: [] }, key, signWith(key.seed)))
  await tx.updateTable('erasure').set({ tombstone }).where('id', '=', id).execute()
  return { keyId, tombstone }
}

const ACTIONS = ['identity.tombstone', 'identity.destroyed'] as const

/** What the log says of erasures, of all or of one, oldest first. */
export async function listErasureEntries(tx: Db, erasure?: string): Promise<ErasureEntry[]> {
  const entries = tx
    .selectFrom('audit_entry')
    .select(['id', 'action', 'object_id', 'commitment'])
    .where('action', 'in', [...ACTIONS])
    .where('decision', '=', 'allowed')
    .orderBy('seq')
  const rows = await (erasure ? entries.where('object_id', '=', erasure) : entries).execute()
  return rows.flatMap(({ id, action, object_id: of, commitment }) =>
    of === null || commitment === null
      ? []
      : [{ id, erasure: of, action: action as ErasureEntry['action'], commitment }],
  )
}
