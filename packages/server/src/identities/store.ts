import type { IdentityContent } from '@vigil/contract/schemas'
import { IDENTITY_FIELDS, type IdentityField, type SealedPlace } from '@vigil/core/keys'
import { canonicalJson } from '@vigil/core/log'
import { type SensitivityClass } from '@vigil/core/policy'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { seal, unseal } from '../keys/sealed.ts'
import { APPLICATION_ROLE, IDENTITY_ROLE } from '../postgres/roles.ts'

/** A person as the identity store keeps them: which key, how often written, what is encrypted. */
export interface HeldPerson {
  readonly pseudonym: string
  readonly keyId: string
  readonly version: number
  /** That of the incident when it was encrypted; what identifies the person is S0 whatever it is. */
  readonly class: SensitivityClass
}

const FIELDS = Object.keys(IDENTITY_FIELDS) as readonly IdentityField[]
const TABLE = 'identity.person'

/**
 * Does `work` in the identity store, where this transaction then sees one person and nobody else. No
 * query reaches both the store and the records. Where it fails, the transaction ends and the rights with
 * it.
 */
export async function inIdentityStore<T>(
  tx: Db,
  pseudonym: string,
  work: () => Promise<T>,
): Promise<T> {
  if (!tx.isTransaction) throw new Error('Rights are taken on for one transaction only')
  await sql`select set_config('vigil.pseudonym', ${pseudonym}, true)`.execute(tx)
  await sql`set local role ${sql.id(IDENTITY_ROLE)}`.execute(tx)
  const result = await work()
  await sql`set local role ${sql.id(APPLICATION_ROLE)}`.execute(tx)
  await sql`select set_config('vigil.pseudonym', '', true)`.execute(tx)
  return result
}

/**
 * Which key opens what is held of the person; undefined where nothing is. A transaction that reads keeps
 * it as it is until its end (`share`), one that writes keeps it to itself (`update`).
 */
export function findHeldPerson(
  tx: Db,
  pseudonym: string,
  lock: 'share' | 'update' = 'share',
): Promise<HeldPerson | undefined> {
  return inIdentityStore(tx, pseudonym, async () => {
    const person = tx.selectFrom('identity.person').selectAll().where('pseudonym', '=', pseudonym)
    const locked = lock === 'share' ? person.forShare() : person.forUpdate()
    const row = await locked.executeTakeFirst()
    return row && toHeld(row)
  })
}

/** Writes all of it anew under the person's key and version, whatever stood there. */
export async function writePerson(
  tx: Db,
  person: HeldPerson,
  { content, dataKey }: { readonly content: IdentityContent; readonly dataKey: Uint8Array },
): Promise<void> {
  const { pseudonym, keyId: key_id, version } = person
  const row = { key_id, version, class: person.class }
  const fields = FIELDS.map((field) => {
    const bytes = Buffer.from(canonicalJson(content[field]))
    return { pseudonym, field, sealed: seal(dataKey, placeOf(person, field), bytes) }
  })
  await inIdentityStore(tx, pseudonym, async () => {
    await tx
      .insertInto('identity.person')
      .values({ pseudonym, ...row })
      .onConflict((conflict) => conflict.column('pseudonym').doUpdateSet(row))
      .execute()
    await tx
      .insertInto('identity.sealed_field')
      .values(fields)
      .onConflict((conflict) =>
        conflict
          .columns(['pseudonym', 'field'])
          .doUpdateSet((of) => ({ sealed: of.ref('excluded.sealed') })),
      )
      .execute()
  })
}

/** What is held of a person, in clear; undefined where any of it was altered, or put from elsewhere. */
export async function openPerson(
  tx: Db,
  person: HeldPerson,
  dataKey: Uint8Array,
): Promise<IdentityContent | undefined> {
  const rows = await inIdentityStore(tx, person.pseudonym, () =>
    tx
      .selectFrom('identity.sealed_field')
      .select(['field', 'sealed'])
      .where('pseudonym', '=', person.pseudonym)
      .execute(),
  )
  const opened = FIELDS.map((field) => {
    const sealed = rows.find((row) => row.field === field)?.sealed
    return [field, sealed && unseal(dataKey, placeOf(person, field), sealed)] as const
  })
  if (opened.some(([, bytes]) => bytes === undefined)) return undefined
  return Object.fromEntries(
    opened.map(([field, bytes]) => [field, JSON.parse(String(bytes)) as unknown]),
  ) as IdentityContent
}

/** Takes out all that is held of a person; that it cannot be read, destroying the key sees to. */
export async function forgetPerson(tx: Db, pseudonym: string): Promise<void> {
  await inIdentityStore(tx, pseudonym, () =>
    tx.deleteFrom('identity.person').where('pseudonym', '=', pseudonym).execute(),
  )
}

function placeOf(person: HeldPerson, field: IdentityField): SealedPlace {
  const { pseudonym: record, version, keyId } = person
  return { table: TABLE, record, field, version, class: person.class, keyId }
}

function toHeld(row: {
  readonly pseudonym: string
  readonly key_id: string
  readonly version: number
  readonly class: string
}): HeldPerson {
  const { pseudonym, key_id: keyId, version } = row
  return { pseudonym, keyId, version, class: row.class as SensitivityClass }
}
