import { createHash } from 'node:crypto'
import { grantOf } from '../support/accounts.ts'
import { signUp, startApp } from '../support/client.ts'
import type { FreshDatabase } from '../support/database.ts'
import { enterAs } from '../support/people.ts'
import { importBytes } from '../documents/importing.ts'
import { conclusions } from '../letters/conclusions.ts'

/** Every byte there is, and what a text form of them would have to escape. */
const AWKWARD = Buffer.from([...Array.from({ length: 256 }, (_, byte) => byte), 0, 0, 255, 92, 78])

/** Makes an installation in which something was done: people, a document, incidents, an export. */
export async function fill({ db, unprotected }: FreshDatabase): Promise<void> {
  const { app, clock } = startApp(db)
  await signUp(app)
  const grants = [grantOf('monitor', { operation: 'aldonia', regions: ['coast', 'north'] })]
  const monitor = await enterAs({ db, app, clock }, 'amina.m', grants)
  const chair = await enterAs({ db, app, clock }, 'boris', [grantOf('co_chair')])
  const text = Buffer.from(conclusions('S/AC.51/2031/9'))
  await importBytes(db, { name: 'conclusions.txt', bytes: text })
  const given = { operation: 'aldonia', region: 'coast', state: 'submitted', entity: 'mission' }
  for (const sensitivity of ['S1', 'S2', 'S3']) {
    const incident = { ...given, class: sensitivity }
    const made = await monitor.browser.json('POST', '/api/incidents', incident)
    if (made.status !== 201) throw new Error(`Recording answered ${made.status}`)
    const { id } = (await made.json()) as { id: string }
    const lower = { class: 'S4', reason: 'Nothing in it points to «anybody»; \\N, tab\t, ünï' }
    await chair.browser.json('POST', `/api/incidents/${id}/class`, lower)
  }
  const sha256 = createHash('sha256').update(AWKWARD).digest()
  const file = { sha256, bytes: AWKWARD, media_type: 'application/pdf', name: 'every byte.pdf' }
  await unprotected.insertInto('document_original').values(file).execute()
}
