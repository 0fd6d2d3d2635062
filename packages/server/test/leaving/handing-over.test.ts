import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '../../src/db/transaction.ts'
import { uuidV7 } from '../../src/uuid.ts'
import { asOwner } from '../support/accounts.ts'
import { freshDatabase } from '../support/database.ts'

const { db, owner, unprotected } = await freshDatabase()
const NOW = new Date('2026-03-02T08:00:00Z')

interface Planted {
  readonly leaver: string
  readonly successor: string
  readonly leaving: string
  readonly owned: string
  readonly given: string
}

let planted: Planted

async function makeAccount(name: string): Promise<string> {
  const id = uuidV7(NOW)
  const passphrase = '$argon2id$v=19$m=64,t=1,p=1$none$none'
  await db
    .insertInto('account')
    .values({ id, name, sign_in_name: `${name}-${id}`, passphrase, created_at: NOW })
    .execute()
  return id
}

async function incident(row: { owner: string; assignee?: string; state?: string }) {
  const id = uuidV7(NOW)
  const usual = { operation: 'aldonia', region: 'coast', class: 'S0', entity: 'mission' }
  await unprotected
    .insertInto('incident')
    .values({ id, recorded_at: NOW, state: 'submitted', ...usual, ...row })
    .execute()
  return id
}

/** Somebody is leaving; a successor has accepted one incident and not answered about the other. */
beforeEach(async () => {
  const [leaver, successor] = [await makeAccount('leaver'), await makeAccount('successor')]
  const owned = await incident({ owner: leaver })
  const given = await incident({ owner: successor, assignee: leaver })
  const leaving = uuidV7(NOW)
  await db
    .insertInto('leaving')
    .values({ id: leaving, account_id: leaver, begun_at: NOW, begun_by: leaver })
    .execute()
  planted = { leaver, successor, leaving, owned, given }
  await hand('incident_owned', owned, 'accepted')
  await hand('incident_assigned', given, null)
})

async function hand(kind: string, object_id: string, answer: 'accepted' | null) {
  const { leaving: leaving_id, successor } = planted
  await db
    .insertInto('handover')
    .values({
      id: uuidV7(NOW),
      leaving_id,
      kind,
      object_id,
      successor,
      named_at: NOW,
      answer,
      answered_at: answer && NOW,
    })
    .execute()
}

async function handOver(leaving: string, on: Db = db): Promise<number> {
  const { rows } = await sql<{ passed: number }>`
    select vigil_hand_over(${leaving}, ${NOW}) as passed`.execute(on)
  return Number(rows[0]?.passed)
}

async function holdersOf(id: string) {
  return unprotected
    .selectFrom('incident')
    .select(['owner', 'assignee'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

test('what was accepted passes, and nothing else', async () => {
  const { leaver, successor, leaving, owned, given } = planted
  expect(await handOver(leaving)).toBe(1)
  expect(await holdersOf(owned)).toEqual({ owner: successor, assignee: null })
  expect(await holdersOf(given)).toEqual({ owner: successor, assignee: leaver })
  const history = await unprotected
    .selectFrom('incident_change')
    .select(['actor', 'field', 'before', 'after'])
    .where('incident_id', '=', owned)
    .execute()
  expect(history).toEqual([{ actor: successor, field: 'owner', before: null, after: null }])
  expect(await handOver(leaving)).toBe(0)
})

test('who was to be told of an opening in need is the new owner', async () => {
  const { leaver, successor, leaving, owned } = planted
  await unprotected
    .insertInto('glass_request')
    .values({
      id: uuidV7(NOW),
      incident_id: owned,
      operation: 'aldonia',
      owner: leaver,
      asked_by: successor,
      asked_at: NOW,
      reason: 'a child is in danger',
      waits_until: NOW,
    })
    .execute()
  await handOver(leaving)
  const told = await db
    .selectFrom('glass_request')
    .select('owner')
    .where('incident_id', '=', owned)
    .execute()
  expect(told).toEqual([{ owner: successor }])
})

describe('nothing passes', () => {
  test('of a record that the leaver does not have, whatever was accepted', async () => {
    const { successor, leaving } = planted
    const others = await incident({ owner: uuidV7(NOW) })
    await hand('incident_owned', others, 'accepted')
    await hand('incident_assigned', others, 'accepted')
    await handOver(leaving)
    expect((await holdersOf(others)).owner).not.toBe(successor)
  })

  test('while custody passes on', async () => {
    const { leaver, leaving } = planted
    const frozen = await incident({ owner: leaver, state: 'frozen' })
    await hand('incident_owned', frozen, 'accepted')
    await handOver(leaving)
    expect((await holdersOf(frozen)).owner).toBe(leaver)
  })

  test.each(['cancelled_at', 'ended_at'] as const)(
    'once the leaving is over (%s)',
    async (when) => {
      const { leaver, leaving, owned } = planted
      await db
        .updateTable('leaving')
        .set({ [when]: NOW })
        .where('id', '=', leaving)
        .execute()
      await expect(handOver(leaving)).rejects.toThrow('nobody is leaving')
      expect((await holdersOf(owned)).owner).toBe(leaver)
    },
  )

  test('by an id that nobody has', async () => {
    await expect(handOver(uuidV7(NOW))).rejects.toThrow('nobody is leaving')
  })

  test('by a statement of the application’s own', async () => {
    const { successor, owned } = planted
    await expect(
      db.updateTable('incident').set({ owner: successor }).where('id', '=', owned).execute(),
    ).rejects.toThrow('permission denied')
  })

  test('through a table of the same name that somebody puts in front', async () => {
    const { leaver, leaving, owned } = planted
    await db.transaction().execute(async (tx) => {
      await sql`create temporary table handover as select * from public.handover`.execute(tx)
      await sql`update handover set successor = ${leaver}`.execute(tx)
      await sql`set local search_path = pg_temp, public`.execute(tx)
      await sql`select public.vigil_hand_over(${leaving}, ${NOW})`.execute(tx)
    })
    expect((await holdersOf(owned)).owner).toBe(planted.successor)
  })
})

test('what somebody has is listed while they are leaving, and of others nothing', async () => {
  const { leaver, successor, leaving, owned, given } = planted
  const heldBy = async (account: string) => {
    const { rows } = await sql<{ id: string }>`select id from vigil_held_by(${account})`.execute(db)
    return rows.map(({ id }) => id).sort()
  }
  expect(await heldBy(leaver)).toEqual([owned, given].sort())
  expect(await heldBy(successor)).toEqual([])
  await db.updateTable('leaving').set({ cancelled_at: NOW }).where('id', '=', leaving).execute()
  expect(await heldBy(leaver)).toEqual([])
})

describe('columns that name an account', () => {
  /** What of somebody who has left stays said, and what must have become somebody else’s, or gone. */
  const COLUMNS: Readonly<Record<string, 'said' | 'passes' | 'ends'>> = {
    'account.id': 'said',
    'account_grant.account_id': 'ends',
    'account_grant.granted_by': 'said',
    'audit_entry.acting_for': 'said',
    'audit_entry.actor': 'said',
    'clause_correction.made_by': 'said',
    'co_chair_set.set_by': 'said',
    'disclosure.actor': 'said',
    'document.added_by': 'said',
    'erasure.requested_by': 'said',
    'erasure_approval.approver': 'said',
    'factor_change.account_id': 'said',
    'first_account.account_id': 'said',
    'glass_request.agreed_by': 'said',
    'glass_request.agreed_for': 'said',
    'glass_request.asked_by': 'ends',
    'glass_request.asked_for': 'said',
    'glass_request.ended_by': 'said',
    'glass_request.owner': 'passes',
    'handover.successor': 'said',
    'identity_change.actor': 'said',
    'incident.assignee': 'passes',
    'incident.owner': 'passes',
    'incident_action.actor': 'said',
    'incident_action.acts_for': 'said',
    'incident_change.actor': 'said',
    'invitation.account_id': 'said',
    'invitation.invited_by': 'ends',
    'invitation.second_of': 'said',
    'leaving.account_id': 'said',
    'leaving.begun_by': 'said',
    'leaving.ended_by': 'said',
    'letter_return.made_by': 'said',
    'letter_version.made_by': 'passes',
    'officer_in_charge.absent': 'ends',
    'officer_in_charge.agreed_by': 'said',
    'officer_in_charge.ended_by': 'said',
    'officer_in_charge.officer': 'ends',
    'officer_in_charge.set_by': 'said',
    'passkey.account_id': 'ends',
    'profile_signature.acting_for': 'said',
    'profile_signature.signed_by': 'said',
    'provider_link.account_id': 'ends',
    'recovery.account_id': 'ends',
    'recovery_approval.account_id': 'said',
    'recovery_sheet.account_id': 'ends',
    'session.account_id': 'ends',
    'totp.account_id': 'ends',
  }
  /** Ids of something else than accounts. */
  const OTHERS = /\.(id|.*_id|pseudonym|session|(old|new)_key)$/

  test('are all known, so that a new one asks what becomes of it when its account ends', async () => {
    const { rows } = await asOwner(
      owner,
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and data_type = 'uuid' order by 1`,
    )
    const names = rows.map(({ name }: { name: string }) => name)
    const unknown = names.filter(
      (name) => !(name in COLUMNS) && (name.endsWith('account_id') || !OTHERS.test(name)),
    )
    expect(unknown).toEqual([])
    expect(Object.keys(COLUMNS).filter((name) => !names.includes(name))).toEqual([])
  })

  test('with a reference to accounts are among them', async () => {
    const { rows } = await asOwner(
      owner,
      `select conrelid::regclass || '.' || attname as name from pg_constraint
       join pg_attribute on attrelid = conrelid and attnum = any (conkey)
       where contype = 'f' and confrelid = 'account'::regclass order by 1`,
    )
    const names = rows.map(({ name }: { name: string }) => name)
    expect(names.filter((name) => !(name in COLUMNS))).toEqual([])
    expect(names.length).toBeGreaterThan(10)
  })
})
