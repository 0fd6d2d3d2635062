import { type HoldingKind, HOLDINGS, type Thing, type Unsigned } from '@vigil/core/leaving'
import { IncidentFacts } from '@vigil/core/policy'
import { sql } from 'kysely'
import { dayOf } from '../accounts/grants.ts'
import type { Db } from '../db/transaction.ts'
import {
  findUnsignedDuties,
  findUnsignedErasures,
  findUnsignedOpenings,
  findUnsignedProfiles,
  findUnsignedRecoveries,
} from './unsigned.ts'

/** Something that an account has. `label` tells it from others, without a word of a record. */
export interface Held {
  readonly kind: HoldingKind
  readonly id: string
  readonly label: string | null
  /** Where somebody must take it over. */
  readonly thing: Thing | null
  /** Where it waits for a signature, of whom. */
  readonly unsigned: Unsigned | null
}

interface Whose {
  readonly accountId: string
  readonly now: Date
}

interface Row {
  readonly id: string
  readonly label: string | null
}

interface Found extends Row {
  readonly incident?: IncidentFacts
  readonly unsigned?: Unsigned
}

type Find = (db: Db, whose: Whose) => Promise<readonly Found[]>

/** How each kind of core's table is found; a kind without a line here does not compile. */
const FINDERS: Readonly<Record<HoldingKind, Find>> = {
  incident_owned: async (db, whose) =>
    (await heldIncidents(db, whose)).filter(({ incident }) => incident.owner === whose.accountId),
  incident_assigned: async (db, whose) =>
    (await heldIncidents(db, whose)).filter(
      ({ incident }) => incident.assignee === whose.accountId,
    ),
  letter: findLetters,
  custody: (db, { accountId, now }) =>
    db
      .selectFrom('account_grant')
      .select(['id', 'operation as label'])
      .where('account_id', '=', accountId)
      .where('role', '=', 'custodian')
      .where('ended_at', 'is', null)
      .where('from_day', '<=', dayOf(now))
      .where((row) => row.or([row('until_day', 'is', null), row('until_day', '>=', dayOf(now))]))
      .orderBy('id')
      .execute(),
  absence: (db, whose) => findDuties(db, whose, { as: 'absent', with: 'officer' }),
  duty: (db, whose) => findDuties(db, whose, { as: 'officer', with: 'absent' }),
  opening: (db, { accountId, now }) =>
    db
      .selectFrom('glass_request')
      .select(['id', 'operation as label'])
      .where('asked_by', '=', accountId)
      .where('ended_at', 'is', null)
      .where((row) =>
        row.or([
          row('open_until', '>', now),
          row.and([row('open_until', 'is', null), row('waits_until', '>', now)]),
        ]),
      )
      .orderBy('id')
      .execute(),
  invitation: (db, { accountId, now }) =>
    db
      .selectFrom('invitation')
      .select(['id', 'name as label'])
      .where('invited_by', '=', accountId)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now)
      .orderBy('id')
      .execute(),
  recovery: (db, { accountId }) =>
    openRecoveries(db).where('recovery.account_id', '=', accountId).execute(),
  agreement: (db, { accountId }) =>
    openRecoveries(db)
      .innerJoin('recovery_approval', 'recovery_id', 'recovery.id')
      .where('recovery_approval.account_id', '=', accountId)
      .execute(),
  erasure: (db, { accountId }) =>
    db
      .selectFrom('erasure')
      .select(['id', sql<null>`null`.as('label')])
      .where('requested_by', '=', accountId)
      .where('revoked_at', 'is', null)
      .where('destroyed_at', 'is', null)
      .orderBy('id')
      .execute(),
  opening_due: (db, { now }) => findUnsignedOpenings(db, now),
  erasure_due: findUnsignedErasures,
  duty_due: (db, { now }) => findUnsignedDuties(db, now),
  profile_due: (db, { now }) => findUnsignedProfiles(db, now),
  recovery_due: findUnsignedRecoveries,
}

/**
 * Everything that an account has, kind by kind; incidents once it is leaving, and not before. What waits
 * for a signature is all there, whoever may give it.
 */
export async function listHoldings(db: Db, whose: Whose): Promise<Held[]> {
  const held: Held[] = []
  for (const kind of Object.keys(HOLDINGS) as HoldingKind[]) {
    for (const { id, label, incident, unsigned = null } of await FINDERS[kind](db, whose)) {
      held.push({ kind, id, label, thing: toThing({ kind, id, incident }), unsigned })
    }
  }
  return held
}

function toThing({
  kind,
  id,
  incident,
}: {
  kind: HoldingKind
  id: string
  incident: IncidentFacts | undefined
}): Thing | null {
  if (kind === 'incident_owned' || kind === 'incident_assigned') {
    return incident ? { kind, id, incident: { ...incident, id } } : null
  }
  return kind === 'letter' || kind === 'custody' ? { kind, id } : null
}

/** By the function that alone sees them all: their roles may have ended before. */
async function heldIncidents(db: Db, { accountId }: Whose) {
  const { rows } = await sql<
    { id: string } & Record<keyof IncidentFacts, unknown>
  >`select * from vigil_held_by(${accountId})`.execute(db)
  return rows.map(({ id, ...facts }) => {
    const incident = IncidentFacts.parse(facts)
    return { id, label: `${incident.operation} · ${incident.region}`, incident }
  })
}

/** Letters whose newest version is theirs and that were never handed back as sent. */
function findLetters(db: Db, { accountId }: Whose): Promise<Row[]> {
  return db
    .selectFrom('letter')
    .innerJoin('document', 'document.id', 'letter.document_id')
    .select(['letter.id', 'letter.label'])
    .where('document.removed_at', 'is', null)
    .where((letter) =>
      letter(
        letter
          .selectFrom('letter_version')
          .select('made_by')
          .whereRef('letter_id', '=', 'letter.id')
          .orderBy('version', 'desc')
          .limit(1),
        '=',
        accountId,
      ),
    )
    .where((letter) =>
      letter.not(
        letter.exists(
          letter
            .selectFrom('letter_return')
            .select('letter_return.id')
            .whereRef('letter_id', '=', 'letter.id')
            .where('returned', '=', 'sent'),
        ),
      ),
    )
    .orderBy('letter.id')
    .execute()
}

interface Sides {
  readonly as: 'absent' | 'officer'
  readonly with: 'absent' | 'officer'
}

function findDuties(db: Db, { accountId, now }: Whose, sides: Sides): Promise<Row[]> {
  return db
    .selectFrom('officer_in_charge')
    .innerJoin('account', 'account.id', `officer_in_charge.${sides.with}`)
    .select(['officer_in_charge.id', 'account.name as label'])
    .where(`officer_in_charge.${sides.as}`, '=', accountId)
    .where('officer_in_charge.ended_at', 'is', null)
    .where('until_day', '>=', dayOf(now))
    .orderBy('officer_in_charge.id')
    .execute()
}

/** Recoveries under way, with the name of whose account it is. */
function openRecoveries(db: Db) {
  return db
    .selectFrom('recovery')
    .innerJoin('account', 'account.id', 'recovery.account_id')
    .select(['recovery.id', 'account.name as label'])
    .where('cancelled_at', 'is', null)
    .where('done_at', 'is', null)
    .orderBy('recovery.id')
}
