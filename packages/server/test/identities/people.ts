import { IncidentHeader, ListedIdentity, type NewIdentity } from '@vigil/contract/schemas'
import { grantOf } from '../support/accounts.ts'
import { type Browser, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { enterAs } from '../support/people.ts'
import { ensureLogKey } from '../../src/log/key.ts'
import { openKeys } from '../keys/support.ts'
import { dataDirectory } from '../log/installation.ts'

/** Words that stand nowhere else: whoever finds one has found the person. */
export const CANARY = 'Zéphyrine Canari-Exemple'

export const CONTENT = {
  names: [CANARY],
  birth: { date: '2016-04-01' },
  contact: `tante de ${CANARY}, quartier 7`,
  notes: null,
} satisfies NewIdentity['content']

/** An installation with open keys and the people that identities concern. */
export async function startIdentities() {
  const database = await freshDatabase()
  const started = startApp(database.db, { keys: (request) => keys.ask(request) })
  const keys = await openKeys({ now: () => started.clock.now().getTime() })
  const around = { ...started, db: database.db }
  const place = { operation: 'aldonia', entity: 'mission' } as const
  const people = {
    monitor: await enterAs(around, 'monitor', [grantOf('monitor', place)]),
    worker: await enterAs(around, 'worker', [grantOf('case_worker', place)]),
    coChair: await enterAs(around, 'co-chair', [grantOf('co_chair', place)]),
    officer: await enterAs(around, 'officer', [grantOf('data_protection_officer')]),
    elsewhere: await enterAs(around, 'elsewhere', [
      grantOf('data_protection_officer', { operation: 'arvenia' }),
    ]),
    custodian: await enterAs(around, 'custodian', [grantOf('custodian')]),
  }
  const data = dataDirectory()
  const erasing = {
    keys: keys.ask,
    clock: started.clock,
    mayGoOn: () => Promise.resolve(true),
    signer: () => ensureLogKey(database.db, data),
  }
  return { ...database, ...started, keys, data, erasing, ...people }
}

/** An incident of the monitor's. */
export async function recordIncident(browser: Browser): Promise<string> {
  const given = { operation: 'aldonia', region: 'coast', class: 'S1', entity: 'mission' }
  const answer = await browser.json('POST', '/api/incidents', { ...given, state: 'submitted' })
  return IncidentHeader.parse(await answer.json()).id
}

/** A person in it. */
export async function recordPerson(browser: Browser, incidentId: string): Promise<string> {
  const given = { incidentId, kind: 'victim', content: CONTENT }
  const answer = await browser.json('POST', '/api/identities', given)
  if (answer.status !== 201) throw new Error(await answer.text())
  return ListedIdentity.parse(await answer.json()).pseudonym
}
