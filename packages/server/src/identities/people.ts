import type { IdentityHistory, ListedIdentity } from '@vigil/contract/schemas'
import type { Wish } from '@vigil/core/policy'
import type { Db } from '../db/transaction.ts'
import { refuse } from '../http/refuse.ts'
import { findIncident } from '../incidents/queries.ts'

/** A pseudonym and the incident it belongs to, as the records hold it. */
export interface Person extends ListedIdentity {
  /** How often it was written, by the history that nobody can take back. */
  readonly version: number
}

/** The person, where `wish` covers the incident; refuses, equally, who is not there. */
export async function getPerson(tx: Db, wish: Wish, pseudonym: string): Promise<Person> {
  const [person] = await selectPeople(tx).where('pseudonym', '=', pseudonym).execute()
  const held = person && (await findIncident(tx, wish, person.incident_id))
  return person && held ? toPerson(person) : refuse('identity.unknown')
}

/** All of an incident, in the order in which they were recorded. */
export async function listPeople(tx: Db, incidentId: string): Promise<Person[]> {
  const rows = await selectPeople(tx)
    .where('incident_id', '=', incidentId)
    .orderBy('recorded_at')
    .orderBy('pseudonym')
    .execute()
  return rows.map(toPerson)
}

/** Forbids, or allows again, that what identifies the person is destroyed. */
export async function setHold(
  tx: Db,
  { pseudonym, held, now }: { pseudonym: string; held: boolean; now: Date },
): Promise<void> {
  await tx.deleteFrom('identity_hold').where('pseudonym', '=', pseudonym).execute()
  if (held) await tx.insertInto('identity_hold').values({ pseudonym, since: now }).execute()
}

/** What goes out of it: no more than a list shows. */
export function toListed(person: Person): ListedIdentity {
  const { pseudonym, incidentId, kind, recordedAt, erased, held } = person
  return { pseudonym, incidentId, kind, recordedAt, erased, held }
}

type What = IdentityHistory['changes'][number]['what']
type Entered = Exclude<What, 'erased'>

/** Adds a line to the history of an identity: which fields, never what stands there. */
export async function enterChange(
  tx: Db,
  { pseudonym, version }: { readonly pseudonym: string; readonly version: number },
  change: {
    readonly what: Entered
    readonly fields?: readonly string[]
    readonly at: Date
    readonly actor: string | null
  },
): Promise<void> {
  const { fields = [], ...rest } = change
  await tx
    .insertInto('identity_change')
    .values({ pseudonym, version, fields: [...fields], ...rest })
    .execute()
}

/** What stands in the store must be: how often it was written, and under which key where it had several. */
export async function readNewest(
  tx: Db,
  pseudonym: string,
): Promise<{ readonly version: number; readonly keyId: string | null }> {
  const change = await tx
    .selectFrom('identity_change')
    .select((of) => of.fn.max('version').as('version'))
    .where('pseudonym', '=', pseudonym)
    .executeTakeFirst()
  const succession = await tx
    .selectFrom('identity_succession')
    .select('new_key')
    .where('pseudonym', '=', pseudonym)
    .where('written_at', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { version: change?.version ?? 0, keyId: succession?.new_key ?? null }
}

export async function readChanges(tx: Db, pseudonym: string): Promise<IdentityHistory> {
  const rows = await tx
    .selectFrom('identity_change')
    .select(['at', 'what', 'fields'])
    .where('pseudonym', '=', pseudonym)
    .orderBy('seq')
    .execute()
  const erased = await tx
    .selectFrom('erasure')
    .select('tombstone_at')
    .where('pseudonym', '=', pseudonym)
    .where('tombstone_at', 'is not', null)
    .executeTakeFirst()
  const last = erased?.tombstone_at
  const changes = rows.map(({ at, what, fields }) => {
    return { at: at.toISOString(), what: what as What, fields }
  })
  if (last) changes.push({ at: last.toISOString(), what: 'erased', fields: [] })
  return { changes }
}

function selectPeople(tx: Db) {
  return tx.selectFrom('incident_person').select((of) => [
    'pseudonym',
    'incident_id',
    'kind',
    'recorded_at',
    of
      .exists(
        of
          .selectFrom('identity_hold')
          .select('since')
          .whereRef('identity_hold.pseudonym', '=', 'incident_person.pseudonym'),
      )
      .as('held'),
    of
      .exists(
        of
          .selectFrom('erasure')
          .select('id')
          .whereRef('erasure.pseudonym', '=', 'incident_person.pseudonym')
          .where('tombstone_at', 'is not', null),
      )
      .as('erased'),
    of
      .selectFrom('identity_change')
      .select((change) => change.fn.max('identity_change.version').as('version'))
      .whereRef('identity_change.pseudonym', '=', 'incident_person.pseudonym')
      .as('version'),
  ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectPeople>['execute']>>[number]

function toPerson(row: Row): Person {
  const { pseudonym, kind, held, erased, version } = row
  return {
    pseudonym: pseudonym as Person['pseudonym'],
    incidentId: row.incident_id as Person['incidentId'],
    kind: kind as Person['kind'],
    recordedAt: row.recorded_at.toISOString(),
    held: held === true,
    erased: erased === true,
    version: version ?? 0,
  }
}
