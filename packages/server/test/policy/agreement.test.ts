import {
  type Action,
  type Actor,
  conditionOf,
  decide,
  Entity,
  type Grant,
  type IncidentFacts,
  Purpose,
  RecordState,
  Role,
  SensitivityClass,
} from '@vigil/core/policy'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { Client } from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../src/db/transaction.ts'
import { openDatabase } from '../../src/db/pool.ts'
import { actFor } from '../../src/policy/as-actor.ts'
import { isAsSaid } from '../../src/policy/where.ts'
import { uuidV7 } from '../../src/uuid.ts'
import { freshDatabase } from '../support/database.ts'

const { db, owner, unprotected } = await freshDatabase()

const PEOPLE = [1, 2, 3].map((n) => `0190000${n}-0000-7000-8000-000000000000`)
const OPERATIONS = ['aldonia', 'arvenia']
const REGIONS = ['north', 'south', 'coast']
const INCIDENTS = 400
/** Incidents that are open to somebody, by break-glass. */
const OPENED = Array.from({ length: 100 }, () => uuidV7(new Date()))
const WISHES = process.env['VIGIL_TORTURE'] === '1' ? 2_500 : 50

/** Somebody with some of these roles. */
function someActor(...roles: readonly Role[]): fc.Arbitrary<Actor> {
  return fc.record({
    id: fc.constantFrom(...PEOPLE),
    grants: fc.array(someGrant(roles), { minLength: 1, maxLength: 4 }),
    opened: fc.subarray(OPENED, { maxLength: 20 }),
  })
}

function someGrant(roles: readonly Role[]): fc.Arbitrary<Grant> {
  return fc.record({
    role: fc.constantFrom(...roles),
    operation: fc.option(fc.constantFrom(...OPERATIONS)),
    regions: fc.option(fc.uniqueArray(fc.constantFrom(...REGIONS), { minLength: 1 })),
    entity: fc.option(fc.constantFrom(...Entity.options)),
    from: fc.constant('2030-01-01'),
    until: fc.constant(null),
  })
}

const someIncident: fc.Arbitrary<IncidentFacts> = fc.record({
  operation: fc.constantFrom(...OPERATIONS),
  region: fc.constantFrom(...REGIONS),
  class: fc.constantFrom(...SensitivityClass.options),
  state: fc.constantFrom(...RecordState.options),
  owner: fc.constantFrom(...PEOPLE),
  assignee: fc.option(fc.constantFrom(...PEOPLE)),
  entity: fc.constantFrom(...Entity.options),
})
const someWish = fc.record({
  actor: someActor(...Role.options),
  action: fc.constantFrom<Action>('incident.read', 'incident.read', 'incident.export', 'glass.ask'),
  purpose: fc.constantFrom(...Purpose.options, 'reporting' as const, undefined),
})

let held: { id: string; facts: IncidentFacts }[] = []

beforeAll(async () => {
  const facts = fc.sample(someIncident, { numRuns: INCIDENTS, seed: 4 })
  held = facts.map((one, at) => ({ id: OPENED[at] ?? uuidV7(new Date()), facts: one }))
  const rows = held.map(({ id, facts: one }) => ({ id, ...one, recorded_at: new Date() }))
  await unprotected.insertInto('incident').values(rows).execute()
})

/** `actor`, who is co-chair for the entity of the incident as well: chance alone would seldom say so. */
function coChairOf({ entity }: IncidentFacts, actor: Actor): Actor {
  const grant = { role: 'co_chair', operation: null, regions: null, entity } as const
  return {
    ...actor,
    grants: [...actor.grants, { ...grant, from: '2030-01-01', until: null }],
  }
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id).toSorted()
}

describe('core, SQL and row-level security agree', () => {
  test(`on what may be read or taken along, for ${WISHES * INCIDENTS} pairs of wish and incident`, async () => {
    let allowed = 0
    await fc.assert(
      fc.asyncProperty(someWish, async ({ purpose, ...rest }) => {
        const wish = { ...rest, ...(purpose && { purpose }) }
        const asked = purpose ? { purpose } : {}
        const decided = held.filter(
          ({ id, facts }) =>
            decide(wish.actor, wish.action, { ...asked, incident: { ...facts, id } }).allow,
        )
        const selected = await unprotected
          .selectFrom('incident')
          .select('id')
          .where(isAsSaid(conditionOf(wish)))
          .execute()
        const secured = await db.transaction().execute(async (tx) => {
          await actFor(tx, wish)
          return tx.selectFrom('incident').select('id').execute()
        })
        allowed += decided.length
        expect(idsOf(selected)).toEqual(idsOf(decided))
        expect(idsOf(secured)).toEqual(idsOf(decided))
      }),
      { numRuns: WISHES },
    )
    expect(allowed).toBeGreaterThan(WISHES)
  })

  test('on what may be recorded', async () => {
    let allowed = 0
    const people = someActor('monitor', 'focal_point', 'co_chair')
    await fc.assert(
      fc.asyncProperty(people, someIncident, async (actor, facts) => {
        const isAllowed = decide(actor, 'incident.record', { incident: facts }).allow
        allowed += Number(isAllowed)
        expect(await isDone((tx) => insert(tx, facts), { actor, action: 'incident.record' })).toBe(
          isAllowed,
        )
      }),
      { numRuns: WISHES * 4 },
    )
    expect(allowed).toBeGreaterThan(WISHES / 10)
  })

  test('on what may be classed anew', async () => {
    let allowed = 0
    const people = someActor('co_chair', 'technical_co_chair', 'monitor')
    await fc.assert(
      fc.asyncProperty(people, fc.nat(INCIDENTS - 1), fc.boolean(), async (other, at, isFit) => {
        const { id, facts } = held[at] ?? { id: '', facts: undefined }
        const actor = isFit && facts ? coChairOf(facts, other) : other
        const asked = facts ? { incident: { ...facts, id } } : {}
        const isAllowed = decide(actor, 'incident.classify', asked).allow
        allowed += Number(isAllowed)
        const set = async (tx: Db) => {
          const found = await tx
            .updateTable('incident')
            .set({ class: sql.ref('class') })
            .where('id', '=', id)
            .executeTakeFirst()
          if (found.numUpdatedRows === 0n) throw new Error('nothing was updated')
        }
        const errand = { actor, action: 'incident.classify' } as const
        expect(await isDone(set, errand)).toBe(isAllowed)
      }),
      { numRuns: WISHES * 4 },
    )
    expect(allowed).toBeGreaterThan(WISHES / 10)
  })
})

describe('the second net', () => {
  const wish = {
    actor: {
      id: PEOPLE[0] ?? '',
      grants: [
        {
          role: 'technical_co_chair',
          operation: null,
          regions: null,
          entity: null,
          from: '2030-01-01',
          until: null,
        },
      ],
    },
    action: 'incident.read',
  } as const satisfies { actor: Actor; action: Action }

  test('lets nothing through where nobody said on whose behalf', async () => {
    expect(await db.selectFrom('incident').select('id').execute()).toEqual([])
    await expect(actFor(db, wish)).rejects.toThrow('one transaction')
  })

  test('forgets who asked when the transaction ends', async () => {
    const one = openDatabase(owner, { connections: 1 })
    try {
      const during = await one.transaction().execute(async (tx) => {
        await actFor(tx, wish)
        return tx.selectFrom('incident').select('id').execute()
      })
      expect(during.length).toBeGreaterThan(100)
      expect(await one.selectFrom('incident').select('id').execute()).toEqual([])
    } finally {
      await one.destroy()
    }
  })

  test('binds the owner of the tables, too', async () => {
    const client = new Client(owner)
    await client.connect()
    try {
      expect((await client.query('select from incident')).rowCount).toBe(0)
    } finally {
      await client.end()
    }
  })
})

/** Whether `work` goes through on that errand; nothing of it stays. */
async function isDone(
  work: (tx: Db) => Promise<unknown>,
  errand: Parameters<typeof actFor>[1],
): Promise<boolean> {
  const tx = await db.startTransaction().execute()
  try {
    await actFor(tx, errand)
    await work(tx)
    return true
  } catch {
    return false
  } finally {
    await tx.rollback().execute()
  }
}

function insert(tx: Db, facts: IncidentFacts): Promise<unknown> {
  const row = { id: uuidV7(new Date()), ...facts, recorded_at: new Date() }
  return tx.insertInto('incident').values(row).execute()
}
