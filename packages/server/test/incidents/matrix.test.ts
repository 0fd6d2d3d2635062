import type { ENDPOINTS } from '@vigil/contract/endpoints'
import {
  type IncidentCounts,
  IncidentHeader,
  IncidentList,
  type RecordLog,
} from '@vigil/contract/schemas'
import {
  type Action,
  type Actor,
  decide,
  INCIDENT_FIELDS,
  type IncidentFacts,
  RecordState,
  Role,
  SensitivityClass,
} from '@vigil/core/policy'
import { beforeAll, describe, expect, test } from 'vitest'
import { uuidV7 } from '../../src/uuid.ts'
import { grantOf } from '../support/accounts.ts'
import { type Browser, problemOf, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { enterAs } from '../support/people.ts'

const { db, unprotected } = await freshDatabase()
const { app, clock } = startApp(db)

interface Held {
  readonly id: string
  readonly facts: IncidentFacts
}

const SOMEBODY = '01900009-0000-7000-8000-000000000000'
const PURPOSE = 'purpose=reporting'
const DAYS = '&from=2020-01-01&to=2030-01-01'
const REASON = 'reason=asked+for+by+the+co-chairs'

/** What an incident can be to somebody who has a grant for the coast of Aldonia and the mission. */
const RELATIONS: Readonly<Record<string, (me: string) => Partial<IncidentFacts>>> = {
  'their own': (owner) => ({ owner }),
  'given to them': (assignee) => ({ assignee }),
  'of their region': () => ({}),
  'of another region': () => ({ region: 'north' }),
  'of another entity': () => ({ entity: 'unicef' }),
  'of another operation': () => ({ operation: 'arvenia' }),
  'their own, elsewhere': (owner) => ({ operation: 'arvenia', owner }),
}
const USUAL = {
  operation: 'aldonia',
  region: 'coast',
  owner: SOMEBODY,
  assignee: null,
  entity: 'mission',
} as const

/** What break-glass can open, and the class below: of another region, in every state. */
function openedTo(): Held[] {
  return (['S0', 'S1', 'S2'] as const).flatMap((sensitivity) =>
    RecordState.options.map((state) => ({
      id: uuidV7(clock.now()),
      facts: { ...USUAL, region: 'north', class: sensitivity, state },
    })),
  )
}

/** Every relation in every class and state. */
function incidentsOf(me: string): Held[] {
  return Object.values(RELATIONS).flatMap((relation) =>
    SensitivityClass.options.flatMap((sensitivity) =>
      RecordState.options.map((state) => ({
        id: uuidV7(clock.now()),
        facts: { ...USUAL, class: sensitivity, state, ...relation(me) },
      })),
    ),
  )
}

interface Person {
  readonly actor: Actor
  readonly browser: Browser
}

const people = new Map<Role, Person>()
const held: Held[] = []

beforeAll(async () => {
  const place = { operation: 'aldonia', regions: ['coast'], entity: 'mission' } as const
  for (const role of Role.options) {
    const name = role.replaceAll('_', '-')
    const person = await enterAs({ db, app, clock }, name, [grantOf(role, place)])
    const opened = openedTo()
    people.set(role, { ...person, actor: { ...person.actor, opened: idsOf(opened) } })
    held.push(...opened, ...incidentsOf(person.actor.id))
  }
  const rows = held.map(({ id, facts }) => ({ id, ...facts, recorded_at: clock.now() }))
  await unprotected.insertInto('incident').values(rows).execute()
  await unprotected.insertInto('incident_action').values(held.map(beginningOf)).execute()
  await unprotected.insertInto('glass_request').values(requests()).execute()
})

function beginningOf({ id, facts }: Held) {
  const at = clock.now()
  const stamp = { made_at: at, received_at: at, actor: facts.owner }
  return { incident_id: id, id: 'begin', ...stamp, deed: JSON.stringify({ kind: 'record' }) }
}

/** Everybody asked for theirs, and somebody agreed; whether the rules let them is another matter. */
function requests() {
  const now = clock.now()
  const until = new Date(now.getTime() + 60 * 60_000)
  return [...people.values()].flatMap(({ actor }) =>
    (actor.opened ?? []).map((id) => ({
      id: uuidV7(now),
      incident_id: id,
      operation: 'aldonia',
      owner: SOMEBODY,
      asked_by: actor.id,
      asked_at: now,
      reason: 'a child is in danger',
      waits_until: until,
      agreed_by: SOMEBODY,
      agreed_at: now,
      open_until: until,
    })),
  )
}

function personOf(role: Role): Person {
  const person = people.get(role)
  if (!person) throw new Error(`nobody is ${role}`)
  return person
}

/** What core says that this person may do it on, for the purpose that the requests state. */
function allowedTo(actor: Actor, action: Action): Held[] {
  return held.filter(
    ({ id, facts }) =>
      decide(actor, action, { incident: { ...facts, id }, purpose: 'reporting' }).allow,
  )
}

function idsOf(incidents: readonly { readonly id: string }[]): string[] {
  return incidents.map(({ id }) => id).toSorted()
}

/** All pages of a list. */
async function readPages(browser: Browser, path: string): Promise<string[]> {
  const found: string[] = []
  let after = ''
  do {
    const answer = await browser.get(`${path}&limit=200${after}`)
    expect(answer.status).toBe(200)
    const { incidents, next } = IncidentList.parse(await answer.json())
    found.push(...idsOf(incidents))
    after = next === null ? '' : `&after=${next}`
  } while (after !== '')
  return found.toSorted()
}

/** One of each relation, class and state, to keep the walk through single records short. */
function ownPart({ actor }: Person): Held[] {
  const at = [...people.values()].findIndex((person) => person.actor.id === actor.id)
  const part = held.length / people.size
  return held.slice(at * part, (at + 1) * part)
}

/** So many requests are on their way at the same moment. */
const AT_ONCE = 6

async function sideBySide(some: readonly Held[], probe: (one: Held) => Promise<void>) {
  for (let at = 0; at < some.length; at += AT_ONCE) {
    await Promise.all(some.slice(at, at + AT_ONCE).map(probe))
  }
}

/** Which role may do this at all; the others are told so before anything is looked for. */
function mayAtAll({ actor }: Person, action: Action): boolean {
  return decide(actor, action).allow
}

async function isDenied(answer: Response): Promise<void> {
  expect((await problemOf(answer)).code).toBe('access.denied')
}

/** A walk through one door as one person. */
type Probe = (person: Person) => Promise<void>

async function probeList(person: Person): Promise<void> {
  const path = `/api/incidents?${PURPOSE}`
  if (!mayAtAll(person, 'incident.read')) return isDenied(await person.browser.get(path))
  const found = await readPages(person.browser, path)
  expect(found).toEqual(idsOf(allowedTo(person.actor, 'incident.read')))
}

async function probeSearch(person: Person): Promise<void> {
  const path = `/api/incidents/search?words=coast&${PURPOSE}`
  if (!mayAtAll(person, 'incident.read')) return isDenied(await person.browser.get(path))
  const seen = allowedTo(person.actor, 'incident.read')
  const coast = seen.filter(({ facts }) => facts.region === 'coast')
  expect(await readPages(person.browser, path)).toEqual(idsOf(coast))
  for (const { id } of ownPart(person).slice(0, 30)) {
    const isSeen = seen.some((one) => one.id === id)
    const found = await readPages(person.browser, `/api/incidents/search?words=${id}&${PURPOSE}`)
    expect(found).toEqual(isSeen ? [id] : [])
  }
}

async function probeCount(person: Person): Promise<void> {
  const answer = await person.browser.get(`/api/incidents/count?${PURPOSE}`)
  if (!mayAtAll(person, 'incident.read')) return isDenied(answer)
  const { total, byState } = (await answer.json()) as IncidentCounts
  const seen = allowedTo(person.actor, 'incident.read')
  expect(total).toBe(seen.length)
  for (const { state, total: some } of byState) {
    expect(some).toBe(seen.filter(({ facts }) => facts.state === state).length)
  }
}

async function probeExport(person: Person): Promise<void> {
  const answer = await person.browser.get(`/api/incidents/export?${PURPOSE}&${REASON}`)
  if (!mayAtAll(person, 'incident.export')) return isDenied(answer)
  const lines = (await answer.text()).trimEnd().split('\r\n').slice(1)
  const found = lines.map((line) => line.slice(1, 37)).toSorted()
  expect(found).toEqual(idsOf(allowedTo(person.actor, 'incident.export')))
}

/** Asks for each record by its address; one that may not be seen and one that is not there look the same. */
async function probeOne(
  person: Person,
  part: string,
  { some = ownPart(person), query = '' } = {},
): Promise<void> {
  const unknown = await person.browser.get(`/api/incidents/${SOMEBODY}${part}?${PURPOSE}${query}`)
  if (!mayAtAll(person, 'incident.read')) return isDenied(unknown)
  const nothing = { ...(await problemOf(unknown)), requestId: '' }
  await sideBySide(some, async ({ id, facts }) => {
    const answer = await person.browser.get(`/api/incidents/${id}${part}?${PURPOSE}${query}`)
    const decision = decide(person.actor, 'incident.read', {
      incident: { ...facts, id },
      purpose: 'reporting',
    })
    if (!decision.allow) {
      expect({ ...(await problemOf(answer)), requestId: '' }).toEqual(nothing)
      return
    }
    expect([id, answer.status]).toEqual([id, 200])
    if (part !== '') return
    const shown = IncidentHeader.parse(await answer.json())
    expect(INCIDENT_FIELDS.filter((field) => field in shown)).toEqual(decision.seen)
  })
}

/** One in seven, which meets every class and state, and nobody the limit of what is read in an hour. */
function seventhOf(person: Person): Held[] {
  return ownPart(person).filter((_, at) => at % 7 === 0)
}

/** Nothing is in them to be read: who may not read the incident is not even told that. */
async function probeEmpty(person: Person, part: string, code: string): Promise<void> {
  for (const { id, facts } of seventhOf(person)) {
    const answer = await person.browser.get(`/api/incidents/${id}${part}?${PURPOSE}`)
    if (!mayAtAll(person, 'incident.read')) return isDenied(answer)
    const asked = { incident: { ...facts, id }, purpose: 'reporting' } as const
    const isAllowed = decide(person.actor, 'incident.read', asked).allow
    expect((await problemOf(answer)).code).toBe(isAllowed ? code : 'incident.unknown')
  }
}

async function probeAdding(person: Person): Promise<void> {
  const deed = { kind: 'add', added: 'C-1', subject: 'victim', category: null }
  const given = { actions: [{ id: 'a1', madeAt: clock.now().toISOString(), deed }] }
  const add = (id: string) => person.browser.json('POST', `/api/incidents/${id}/actions`, given)
  if (!mayAtAll(person, 'incident.edit')) return isDenied(await add(SOMEBODY))
  await sideBySide(ownPart(person), async ({ id, facts }) => {
    const answer = await add(id)
    if (decide(person.actor, 'incident.edit', { incident: { ...facts, id } }).allow) {
      expect(answer.status).toBe(200)
    } else expect((await problemOf(answer)).code).toBe('incident.unknown')
  })
}

/** There is no violation to decide about: who may not decide on the incident is not even told that. */
async function probeDeciding(
  person: Person,
  { part, body, action }: { part: string; body: object; action: Action },
): Promise<void> {
  const given = { on: '2026-01-01', reason: 'seen by two', ...body }
  for (const { id, facts } of seventhOf(person)) {
    const path = `/api/incidents/${id}/violations/V-1/${part}`
    const answer = await person.browser.json('POST', path, given)
    if (!mayAtAll(person, action)) return isDenied(answer)
    const isAllowed = decide(person.actor, action, { incident: { ...facts, id } }).allow
    const expected = isAllowed ? 'record.stepRefused' : 'incident.unknown'
    expect((await problemOf(answer)).code).toBe(expected)
  }
}

const DECISION = { level: 1, outcome: 'verified', attributionVerified: false }

async function probeLog(person: Person): Promise<void> {
  const [one] = ownPart(person)
  const answer = await person.browser.get(`/api/incidents/${one?.id}/log`)
  if (!mayAtAll(person, 'log.read')) return isDenied(answer)
  const { entries } = (await answer.json()) as RecordLog
  for (const entry of entries) {
    expect(Object.keys(entry)).toEqual(['at', 'actor', 'action', 'decision', 'reason', 'purpose'])
  }
}

async function probeRecording(person: Person): Promise<void> {
  for (const region of ['coast', 'north']) {
    const body = { operation: 'aldonia', region, class: 'S1', entity: 'mission', state: 'draft' }
    const answer = await person.browser.json('POST', '/api/incidents', body)
    const isAllowed = mayAtAll(person, 'incident.record') && region === 'coast'
    if (!isAllowed) await isDenied(answer)
    else expect(answer.status).toBe(201)
  }
}

async function probeClassing(person: Person): Promise<void> {
  const body = { class: 'S2', reason: 'nothing in it can identify anybody' }
  const unknown = await person.browser.json('PATCH', `/api/incidents/${SOMEBODY}/class`, body)
  if (!mayAtAll(person, 'incident.classify')) return isDenied(unknown)
  await sideBySide(ownPart(person), async ({ id, facts }) => {
    const answer = await person.browser.json('PATCH', `/api/incidents/${id}/class`, body)
    const isAllowed = decide(person.actor, 'incident.classify', {
      incident: { ...facts, id },
    }).allow
    if (isAllowed) expect(answer.status).toBe(200)
    else expect((await problemOf(answer)).code).toBe('incident.unknown')
  })
}

/** Asks in need for one in seven, which meets every class and state. */
async function probeAsking(person: Person): Promise<void> {
  const body = { reason: 'a child is in danger' }
  const ask = (id: string) => person.browser.json('POST', `/api/incidents/${id}/glass`, body)
  if (!mayAtAll(person, 'glass.ask')) return isDenied(await ask(SOMEBODY))
  const some = ownPart(person).filter(({ id }) => !person.actor.opened?.includes(id))
  await sideBySide(
    some.filter((_, at) => at % 7 === 0),
    async ({ id, facts }) => {
      const answer = await ask(id)
      if (decide(person.actor, 'glass.ask', { incident: facts }).allow) {
        expect(answer.status).toBe(201)
      } else expect((await problemOf(answer)).code).toBe('incident.unknown')
    },
  )
}

type IncidentEndpoint = {
  [
    Name in keyof typeof ENDPOINTS
  ]: (typeof ENDPOINTS)[Name]['path'] extends `/api/incidents${string}` ? Name : never
}[keyof typeof ENDPOINTS]

/** A row for every endpoint: one without a row does not compile. What changes records comes last. */
const MATRIX: Readonly<Record<IncidentEndpoint, Probe>> = {
  listIncidents: probeList,
  searchIncidents: probeSearch,
  countIncidents: probeCount,
  exportIncidents: probeExport,
  readIncident: (person) => probeOne(person, ''),
  readIncidentHistory: (person) => probeOne(person, '/history'),
  readIncidentLog: probeLog,
  readRecord: (person) => probeOne(person, '/record', { some: seventhOf(person) }),
  readRecordActions: (person) => probeOne(person, '/actions', { some: seventhOf(person) }),
  compareRecords: (person) =>
    probeOne(person, '/differences', { some: seventhOf(person), query: DAYS }),
  readText: (person) => probeEmpty(person, '/texts/T-1', 'record.textUnknown'),
  readVerification: (person) =>
    probeEmpty(person, '/violations/V-1/verification', 'record.stepRefused'),
  decideViolation: (person) =>
    probeDeciding(person, { part: 'decisions', body: DECISION, action: 'violation.decide' }),
  sendBackViolation: (person) =>
    probeDeciding(person, { part: 'returns', body: { level: 2 }, action: 'violation.sign' }),
  reopenViolation: (person) =>
    probeDeciding(person, {
      part: 'reopenings',
      body: { cause: 'wrong_entry' },
      action: 'violation.decide',
    }),
  recordIncident: probeRecording,
  addToRecord: probeAdding,
  askForIncident: probeAsking,
  classifyIncident: probeClassing,
}

describe.each(Object.entries(MATRIX))('%s', (_, probe) => {
  test.each(Role.options)('shows a %s what the policy says, and nothing else', async (role) => {
    await probe(personOf(role))
  })
})
