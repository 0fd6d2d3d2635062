import { ENDPOINTS, type Endpoint } from '@vigil/contract/endpoints'
import { expect, test } from 'vitest'
import { uuidV7 } from '../../src/uuid.ts'
import { asOwner } from '../support/accounts.ts'
import { Browser, problemOf, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'

const { db, owner } = await freshDatabase()
const { app } = startApp(db)
const administrator = await signUp(app)
await asOwner(owner, `update account set roles = '{administrator}'`)

const ID = uuidV7(new Date())
/** What stands in the places of an address. */
const PLACES: Readonly<Record<string, string>> = {
  documentId: ID,
  letterId: ID,
  correctionId: ID,
  language: 'en',
  version: '1',
  format: 'csv',
}

/** Endpoints whose action only the secretariat may do, with an address each. */
const CLOSED = Object.entries<Endpoint>(ENDPOINTS)
  .filter(([, { action }]) => action !== null && !action.startsWith('account.'))
  .map(([name, { method, path }]) => ({
    name,
    method: method.toUpperCase(),
    path: path.replaceAll(/\{(\w+)\}/g, (_, part: string) => PLACES[part] ?? part),
  }))

test('the table has endpoints of documents, clauses, actions and letters', () => {
  const names = CLOSED.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['readAnnotation', 'undoCorrection', 'exportActions', 'returnLetter']),
  )
})

test.each(CLOSED)('$name is closed to who is signed out', async ({ method, path }) => {
  const problem = await problemOf(await new Browser(app).send(method, path))
  expect([problem.status, problem.code]).toEqual([401, 'access.signedOut'])
})

test.each(CLOSED)('$name is closed to who only administers', async ({ method, path }) => {
  const problem = await problemOf(await administrator.send(method, path))
  expect([problem.status, problem.code]).toEqual([403, 'access.denied'])
})
