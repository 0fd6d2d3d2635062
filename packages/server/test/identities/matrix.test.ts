import type { ENDPOINTS } from '@vigil/contract/endpoints'
import { ErasureList, Identity, IdentityList } from '@vigil/contract/schemas'
import {
  type Action,
  type Actor,
  decide,
  type IncidentFacts,
  type RecordState,
  Role,
} from '@vigil/core/policy'
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '../../src/db/transaction.ts'
import { writePerson } from '../../src/identities/store.ts'
import { uuidV7 } from '../../src/uuid.ts'
import { openKeys } from '../keys/support.ts'
import { grantOf } from '../support/accounts.ts'
import { type Browser, problemOf, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { enterAs } from '../support/people.ts'
import { CONTENT } from './people.ts'

const { db, unprotected } = await freshDatabase()
const keys = await openKeys()
const { app, clock } = startApp(db, { keys: keys.ask })

const PURPOSE = 'purpose=protection'
const SOMEBODY = '01900009-0000-7000-8000-000000000000'
const REQUEST = { ground: 'retention_over', reason: 'the archive has agreed to it' }

/** What an incident can be to somebody with a grant for the coast of Aldonia, and in which states. */
const RELATIONS: readonly [(me: string) => Partial<IncidentFacts>, ...RecordState[]][] = [
  [(owner) => ({ owner }), 'draft', 'submitted', 'frozen'],
  [(assignee) => ({ assignee }), 'draft', 'submitted'],
  [() => ({ region: 'north' }), 'submitted', 'frozen'],
  [() => ({ operation: 'arvenia' }), 'submitted'],
  [(owner) => ({ operation: 'arvenia', owner }), 'submitted'],
]
const USUAL = { operation: 'aldonia', region: 'coast', class: 'S0', entity: 'mission' } as const

interface Held {
  readonly incident: string
  readonly person: string
  readonly erasure: string
  readonly facts: IncidentFacts
}

interface Person {
  readonly actor: Actor
  readonly browser: Browser
  readonly held: readonly Held[]
}

const people = new Map<Role, Person>()

function incidentsOf(me: string): Held[] {
  return RELATIONS.flatMap(([relation, ...states]) =>
    states.map((state) => ({
      incident: uuidV7(clock.now()),
      person: randomUUID(),
      erasure: uuidV7(clock.now()),
      facts: { ...USUAL, owner: SOMEBODY, assignee: null, state, ...relation(me) },
    })),
  )
}

beforeAll(async () => {
  const place = { operation: 'aldonia', regions: ['coast'], entity: 'mission' } as const
  for (const role of Role.options) {
    const who = await enterAs({ db, app, clock }, role.replaceAll('_', '-'), [grantOf(role, place)])
    people.set(role, { ...who, held: incidentsOf(who.actor.id) })
  }
  const at = clock.now()
  const all = [...people.values()].flatMap(({ held }) => held)
  const incidents = all.map(({ incident: id, facts }) => ({ id, ...facts, recorded_at: at }))
  await unprotected.insertInto('incident').values(incidents).execute()
  const links = all.map(({ incident, person }) => {
    return { pseudonym: person, incident_id: incident, kind: 'victim', recorded_at: at }
  })
  await unprotected.insertInto('incident_person').values(links).execute()
  await inTransaction(db, async (tx) => {
    for (const { person: pseudonym } of all) {
      const keyId = randomUUID()
      const made = await keys.ask({ does: 'make', keyId })
      if (!made.ok) throw new Error(made.problem)
      const dataKey = Buffer.from(made.value.dataKey, 'base64')
      const held = { pseudonym, keyId, version: 1, class: 'S0' } as const
      await writePerson(tx, held, { content: CONTENT, dataKey })
    }
  })
  const changes = all.map(({ person: pseudonym }) => {
    return { pseudonym, at, actor: SOMEBODY, what: 'recorded', fields: ['names'], version: 1 }
  })
  await unprotected.insertInto('identity_change').values(changes).execute()
}, 60_000)

function may({ actor }: Person, action: Action, facts?: IncidentFacts): boolean {
  return decide(actor, action, facts && { incident: facts, purpose: 'protection' }).allow
}

async function isDenied(answer: Response): Promise<void> {
  expect((await problemOf(answer)).code).toBe('access.denied')
}

/** One request about one person, and how somebody who may not is told. */
interface Door {
  readonly action: Action
  readonly unknown: 'identity.unknown' | 'incident.unknown' | 'erasure.unknown'
  readonly status: number
  readonly ask: (browser: Browser, held: Held) => Promise<Response>
  readonly check?: (answer: Response, held: Held) => Promise<void>
}

/** Asks for each person: one that is not for the reader and one that is not there look the same. */
async function probe(person: Person, { action, unknown, status, ask, check }: Door): Promise<void> {
  const nobody = { incident: SOMEBODY, person: SOMEBODY, erasure: SOMEBODY }
  const [first] = person.held
  if (!first) throw new Error('nothing is held')
  const absent = await ask(person.browser, { ...first, ...nobody })
  if (!may(person, action)) return isDenied(absent)
  const nothing = { ...(await problemOf(absent)), requestId: '' }
  expect(nothing.code).toBe(unknown)
  for (const held of person.held) {
    const answer = await ask(person.browser, held)
    if (!may(person, action, held.facts)) {
      expect({ ...(await problemOf(answer)), requestId: '' }).toEqual(nothing)
      continue
    }
    expect([held.facts, answer.status]).toEqual([held.facts, status])
    await check?.(answer, held)
  }
}

const read = { action: 'identity.read', unknown: 'identity.unknown', status: 200 } as const
const at = (held: Held, part = '') => `/api/identities/${held.person}${part}`

async function plantErasures({ held }: Person): Promise<void> {
  const rows = held.map(({ erasure: id, person: pseudonym }) => {
    return { id, pseudonym, ...REQUEST, requested_by: SOMEBODY, requested_at: clock.now() }
  })
  await unprotected
    .insertInto('erasure')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function probeErasures(person: Person): Promise<void> {
  await plantErasures(person)
  const answer = await person.browser.get('/api/erasures')
  if (!may(person, 'identity.erase')) return isDenied(answer)
  const { erasures } = ErasureList.parse(await answer.json())
  const open = await unprotected.selectFrom('erasure').select('pseudonym').execute()
  const all = [...people.values()].flatMap(({ held }) => held)
  const expected = all
    .filter(({ facts }) => may(person, 'identity.erase', facts))
    .filter((held) => open.some(({ pseudonym }) => pseudonym === held.person))
  expect(erasures.map(({ pseudonym }) => pseudonym).toSorted()).toEqual(
    expected.map((held) => held.person).toSorted(),
  )
}

async function probeKeys(
  person: Person,
  wanted: (answer: Response) => Promise<void>,
  path: string,
) {
  const answer =
    path === '/api/keys'
      ? await person.browser.get(path)
      : await person.browser.json('POST', path, { passphrase: 'no' })
  if (!may(person, 'keys.unlock')) return isDenied(answer)
  await wanted(answer)
}

type Covered = {
  [Name in keyof typeof ENDPOINTS]: (typeof ENDPOINTS)[Name]['path'] extends
    | `/api/identities${string}`
    | `/api/erasures${string}`
    | `/api/keys${string}`
    ? Name
    : never
}[keyof typeof ENDPOINTS]

/** A row for every endpoint: one without a row does not compile. What changes records comes last. */
const MATRIX: Readonly<Record<Covered, (person: Person) => Promise<void>>> = {
  readIdentity: (person) =>
    probe(person, {
      ...read,
      ask: (browser, held) => browser.get(`${at(held)}?${PURPOSE}`),
      async check(answer) {
        expect(Identity.parse(await answer.json()).content).toEqual(CONTENT)
      },
    }),
  readIdentityHistory: (person) =>
    probe(person, {
      ...read,
      ask: (browser, held) => browser.get(`${at(held, '/history')}?${PURPOSE}`),
    }),
  listIdentities: (person) =>
    probe(person, {
      ...read,
      unknown: 'incident.unknown',
      ask: (browser, held) => browser.get(`/api/identities?incidentId=${held.incident}&${PURPOSE}`),
      async check(answer, held) {
        const { identities } = IdentityList.parse(await answer.json())
        expect(identities.map(({ pseudonym }) => pseudonym)).toEqual([held.person])
      },
    }),
  readKeys: (person) =>
    probeKeys(person, async (answer) => expect(answer.status).toBe(200), '/api/keys'),
  unlockKeys: (person) =>
    probeKeys(
      person,
      async (answer) => expect((await problemOf(answer)).code).toBe('keys.wrongPassphrase'),
      '/api/keys/unlock',
    ),
  holdIdentity: (person) =>
    probe(person, {
      action: 'identity.hold',
      unknown: 'identity.unknown',
      status: 200,
      ask: (browser, held) =>
        browser.json('POST', at(held, '/hold'), { held: true, reason: 'a court has asked' }),
    }),
  changeIdentity: (person) =>
    probe(person, {
      action: 'identity.record',
      unknown: 'identity.unknown',
      status: 200,
      ask: (browser, held) => browser.json('PATCH', at(held), { notes: 'changed' }),
    }),
  recordIdentity: (person) =>
    probe(person, {
      action: 'identity.record',
      unknown: 'incident.unknown',
      status: 201,
      ask: (browser, { incident }) => {
        const given = { incidentId: incident, kind: 'source', content: CONTENT }
        return browser.json('POST', '/api/identities', given)
      },
    }),
  requestErasure: (person) =>
    probe(person, {
      action: 'identity.erase',
      unknown: 'identity.unknown',
      status: 201,
      ask: (browser, held) => browser.json('POST', at(held, '/erasure'), REQUEST),
    }),
  listErasures: probeErasures,
  approveErasure: async (person) => {
    await unprotected.deleteFrom('erasure').where('requested_by', '<>', SOMEBODY).execute()
    await plantErasures(person)
    await probe(person, {
      action: 'identity.approve',
      unknown: 'erasure.unknown',
      status: 200,
      ask: (browser, { erasure }) => browser.json('POST', `/api/erasures/${erasure}/approval`, {}),
    })
  },
  revokeErasure: (person) =>
    probe(person, {
      action: 'identity.erase',
      unknown: 'erasure.unknown',
      status: 200,
      ask: (browser, { erasure }) =>
        browser.json('POST', `/api/erasures/${erasure}/revocation`, {}),
    }),
}

describe.each(Object.entries(MATRIX))('%s', (_, walk) => {
  test.each(Role.options)('does for a %s what the policy says, and nothing else', async (role) => {
    const person = people.get(role)
    if (!person) throw new Error(`nobody is ${role}`)
    await walk(person)
  })
})
