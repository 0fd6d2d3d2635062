import { ENDPOINTS, type Endpoint } from '@vigil/contract/endpoints'
import { decide, Role } from '@vigil/core/policy'
import { expect, test } from 'vitest'
import { uuidV7 } from '../../src/uuid.ts'
import { grantOf } from '../support/accounts.ts'
import { Browser, problemOf, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { enterAs } from '../support/people.ts'

const { db } = await freshDatabase()
const { app, clock } = startApp(db)

const ID = uuidV7(new Date())
/** What stands in the places of an address. */
const PLACES: Readonly<Record<string, string>> = {
  documentId: ID,
  letterId: ID,
  incidentId: ID,
  textId: 'T-1',
  violationId: 'V-1',
  accountId: ID,
  grantId: ID,
  dutyId: ID,
  glassId: ID,
  operation: 'aldonia',
  invitationId: ID,
  identityId: ID,
  erasureId: ID,
  recoveryId: ID,
  correctionId: ID,
  passkeyId: ID,
  sessionId: ID,
  requestId: ID,
  language: 'en',
  version: '1',
  format: 'csv',
}

/** Endpoints that not everybody may ask, with an address each. */
const CLOSED = Object.entries<Endpoint>(ENDPOINTS).flatMap(([name, { method, path, action }]) => {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, part: string) => PLACES[part] ?? part)
  return action === null ? [] : [{ name, method: method.toUpperCase(), path: address, action }]
})

test('the table has endpoints of documents, clauses, actions, letters and incidents', () => {
  const names = CLOSED.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining([
      'readAnnotation',
      'undoCorrection',
      'exportActions',
      'returnLetter',
      'readIncidentLog',
    ]),
  )
})

test.each(CLOSED)('$name is closed to who is signed out', async ({ method, path }) => {
  const problem = await problemOf(await new Browser(app).send(method, path))
  expect([problem.status, problem.code]).toEqual([401, 'access.signedOut'])
})

test.each(Role.options)('a %s gets past the door of just what the policy says', async (role) => {
  const { actor, browser } = await enterAs({ db, app, clock }, role.replaceAll('_', '-'), [
    grantOf(role),
  ])
  for (const { name, method, path, action } of CLOSED) {
    const answer = await browser.send(method, path)
    const code = answer.status < 400 ? 'none' : (await problemOf(answer)).code
    const mayAsk = action === 'own' || decide(actor, action).allow
    expect([name, code === 'access.denied']).toEqual([name, !mayAsk])
  }
})
