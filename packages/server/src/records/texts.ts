import { randomUUID } from 'node:crypto'
import type { SealedPlace } from '@vigil/core/keys'
import type { SensitivityClass } from '@vigil/core/policy'
import type { Db } from '../db/transaction.ts'
import { refuse } from '../http/refuse.ts'
import type { AskKeys } from '../keys/protocol.ts'
import { refuseKeys } from '../keys/refuse.ts'
import { seal, unseal } from '../keys/sealed.ts'

/** A text of an incident, in clear. */
export interface ClearText {
  readonly id: string
  readonly words: string
  readonly class: SensitivityClass
}

/**
 * Keeps a text under a key of its own, which is on disk in the key store before the text is here: a text
 * without its key would be lost, a key without a text harms nobody.
 */
export async function writeText(
  tx: Db,
  { id, words, class: sensitivity }: ClearText,
  {
    incident,
    now,
    keys,
  }: { readonly incident: string; readonly now: Date; readonly keys: AskKeys },
): Promise<void> {
  const keyId = randomUUID()
  const made = await keys({ does: 'make', keyId })
  if (!made.ok) return refuseKeys(made)
  const dataKey = Buffer.from(made.value.dataKey, 'base64')
  const place = placeOf({ incident, id, keyId, class: sensitivity })
  await tx
    .insertInto('incident_text')
    .values({
      incident_id: incident,
      id,
      key_id: keyId,
      class: sensitivity,
      sealed: seal(dataKey, place, Buffer.from(words)),
      written_at: now,
    })
    .execute()
}

/** Those of `ids` that the incident holds a text for. */
export async function findHeldTexts(
  tx: Db,
  incident: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('incident_text')
    .select('id')
    .where('incident_id', '=', incident)
    .where('id', 'in', ids)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Who opens a text, what for, and who keeps the keys. */
export interface Opener {
  readonly actor: { readonly id: string }
  readonly purpose: string
  readonly keys: AskKeys
}

/** The words of one text, whatever took its place since. Refuses one whose key was destroyed. */
export async function openText(
  tx: Db,
  { incident, id }: { readonly incident: string; readonly id: string },
  { actor, purpose, keys }: Opener,
): Promise<string> {
  const row = await tx
    .selectFrom('incident_text')
    .select(['key_id', 'class', 'sealed'])
    .where('incident_id', '=', incident)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return refuse('record.textUnknown')
  const answer = await keys({ does: 'unwrap', keyId: row.key_id, actor: actor.id, purpose })
  if (!answer.ok) {
    return answer.problem === 'unknownKey' ? refuse('record.textGone') : refuseKeys(answer)
  }
  const dataKey = Buffer.from(answer.value.dataKey, 'base64')
  const sensitivity = row.class as SensitivityClass
  const place = placeOf({ incident, id, keyId: row.key_id, class: sensitivity })
  const words = unseal(dataKey, place, row.sealed)
  if (words === undefined) throw new Error(`A text of incident ${incident} was altered`)
  return words.toString('utf8')
}

function placeOf(text: {
  readonly incident: string
  readonly id: string
  readonly keyId: string
  readonly class: SensitivityClass
}): SealedPlace {
  const { incident, id, keyId } = text
  return {
    table: 'incident_text',
    record: incident,
    field: id,
    version: 1,
    class: text.class,
    keyId,
  }
}
