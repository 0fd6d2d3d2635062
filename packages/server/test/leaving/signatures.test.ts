import type { Grant } from '@vigil/core/policy'
import { describe, expect, test } from 'vitest'
import { enterCoChairs } from '../../src/task-force/co-chairs.ts'
import { uuidV7 } from '../../src/uuid.ts'
import { grantOf } from '../support/accounts.ts'
import { type Browser, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { enterAs } from '../support/people.ts'
import { begin, stateOf } from './steps.ts'

const { db, unprotected } = await freshDatabase()
const { app, clock } = startApp(db)

let count = 0
/** Somebody with a name of their own. */
function enter(grant: Grant) {
  count += 1
  return enterAs({ db, app, clock }, `person-${count}`, [grant])
}

async function record(owner: string): Promise<string> {
  const id = uuidV7(clock.now())
  const place = { operation: 'zamaria', region: 'coast', entity: 'mission' }
  const facts = { class: 'S1', state: 'submitted', owner, assignee: null }
  await unprotected
    .insertInto('incident')
    .values({ id, recorded_at: clock.now(), ...place, ...facts })
    .execute()
  return id
}

describe('signatures that nobody else could give', () => {
  async function dueOf(browser: Browser): Promise<unknown[]> {
    const { holdings } = await stateOf(browser.get('/api/own/leaving'))
    return holdings.filter(({ kind }) => kind.endsWith('_due'))
  }

  test('are listed until somebody else could give them', async () => {
    const asker = await enter(grantOf('monitor'))
    const chair = await enter(grantOf('data_protection_officer', { operation: 'zamaria' }))
    const id = uuidV7(clock.now())
    const incident = await record(asker.actor.id)
    await unprotected
      .insertInto('glass_request')
      .values({
        id,
        incident_id: incident,
        operation: 'zamaria',
        owner: asker.actor.id,
        asked_by: asker.actor.id,
        asked_at: clock.now(),
        reason: 'a survivor may be in danger tonight',
        waits_until: new Date(clock.now().getTime() + 60_000),
      })
      .execute()
    await begin(chair.browser)
    const due = { kind: 'opening_due', id, label: 'zamaria', state: null, successor: null }
    expect(await dueOf(chair.browser)).toMatchObject([due])
    await enter(grantOf('data_protection_officer', { operation: 'zamaria' }))
    expect(await dueOf(chair.browser)).toEqual([])
  })

  test('are those of the leaver’s own entity, where co-chairs sign', async () => {
    const place = { operation: 'tamora', entity: 'mission' } as const
    const set = { operation: 'tamora', from: '2020-01-01', until: null, by: null } as const
    const entities: ('mission' | 'unicef')[] = ['mission', 'unicef']
    await enterCoChairs(unprotected, { ...set, entities, now: clock.now() })
    const chair = await enter(grantOf('co_chair', place))
    await enter(grantOf('co_chair', { ...place, entity: 'unicef' }))
    const id = uuidV7(clock.now())
    const choice = { id, operation: 'tamora', profile: 'small_team', proposed_at: clock.now() }
    await unprotected.insertInto('profile_choice').values(choice).execute()
    await begin(chair.browser)
    const due = { kind: 'profile_due', id, label: 'tamora', state: null }
    expect(await dueOf(chair.browser)).toMatchObject([due])
    await enter(grantOf('co_chair', place))
    expect(await dueOf(chair.browser)).toEqual([])
  })
})
