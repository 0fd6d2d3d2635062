import { type IncidentRecordView, IncidentHeader, type NewActions } from '@vigil/contract/schemas'
import { grantOf } from '../support/accounts.ts'
import { type Browser, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { enterAs } from '../support/people.ts'
import { openKeys } from '../keys/support.ts'

/** Stands in the confidential account alone: whoever finds it elsewhere has found a leak. */
export const CANARY = 'la cousine du forgeron canari'

const MADE_AT = '2026-03-02T08:00:01.000Z'

/** An installation with open keys and the people who document and read. */
export async function startRecords() {
  const database = await freshDatabase()
  const started = startApp(database.db, { keys: (request) => keys.ask(request) })
  const keys = await openKeys({ now: () => started.clock.now().getTime() })
  const around = { ...started, db: database.db }
  const place = { operation: 'aldonia', entity: 'mission' } as const
  return {
    ...database,
    ...started,
    keys,
    monitor: await enterAs(around, 'monitor', [grantOf('monitor', place)]),
    focal: await enterAs(around, 'focal', [
      grantOf('focal_point', { ...place, regions: ['coast'] }),
    ]),
    member: await enterAs(around, 'member', [grantOf('ctfmr_member', place)]),
    analyst: await enterAs(around, 'analyst', [grantOf('analyst')]),
  }
}

type Given = NewActions['actions'][number]['deed']

/** An incident of the monitor's. */
export async function begin(browser: Browser, sensitivity = 'S2', state = 'submitted') {
  const given = { operation: 'aldonia', region: 'coast', class: sensitivity, entity: 'mission' }
  const answer = await browser.json('POST', '/api/incidents', { ...given, state })
  return IncidentHeader.parse(await answer.json()).id
}

/** Actions by the ids that each is given. */
export function actionsOf(
  deeds: Readonly<Record<string, Given>>,
  texts: Record<string, string> = {},
) {
  return {
    actions: Object.entries(deeds).map(([id, deed]) => ({ id, madeAt: MADE_AT, deed })),
    texts: Object.entries(texts).map(([id, words]) => ({ id, words })),
  }
}

export function send(browser: Browser, incident: string, given: object): Promise<Response> {
  return browser.json('POST', `/api/incidents/${incident}/actions`, given)
}

export async function read(
  browser: Browser,
  incident: string,
  query = '',
): Promise<IncidentRecordView> {
  const answer = await browser.get(`/api/incidents/${incident}/record?purpose=reporting${query}`)
  if (answer.status !== 200) throw new Error(await answer.text())
  return (await answer.json()) as IncidentRecordView
}

/** Sets one element (`C-1 sex`) to one value. */
export function setting(what: string, value: unknown, replaces: string[] = []): Given {
  const [subject = '', element = ''] = what.split(' ')
  const claims = [{ value: value as never, sources: [] }]
  return { kind: 'set', subject, element, claims, stands: 0, replaces }
}

/** An incident with two violations, one of them of sexual violence, a child, and a source. */
export function documented(incident: string) {
  return actionsOf(
    {
      a1: { kind: 'add', added: 'V-1', subject: 'violation', category: 'killing' },
      a2: { kind: 'add', added: 'V-2', subject: 'violation', category: 'sexual_violence' },
      a3: { kind: 'add', added: 'C-1', subject: 'victim', category: null },
      a4: { kind: 'add', added: 'S-1', subject: 'source', category: null },
      a5: { kind: 'link', link: 'victim_of', from: 'C-1', to: 'V-1', linked: true, replaces: [] },
      a6: { kind: 'link', link: 'victim_of', from: 'C-1', to: 'V-2', linked: true, replaces: [] },
      a7: setting('C-1 sex', 'girl'),
      a8: setting(`${incident} confidentialAccount`, { text: 'T-1' }),
      a9: setting(`${incident} publicAccount`, { text: 'T-2' }),
    },
    { 'T-1': `Told by ${CANARY}.`, 'T-2': 'A girl was killed on the road to the market.' },
  )
}
