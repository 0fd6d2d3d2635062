import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { IncidentHeader, Identity, ListedIdentity } from '@vigil/contract/schemas'
import { canonicalJson } from '@vigil/core/log'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../../src/db/pool.ts'
import { findHeldPerson, openPerson } from '../../src/identities/store.ts'
import { makeIdentity } from '../../src/keys/age.ts'
import { createFileProvider } from '../../src/keys/file-provider.ts'
import { openKeyStore } from '../../src/keys/store.ts'
import type { EmbeddedPostgres } from '../../src/postgres/launcher.ts'
import { INCIDENT } from './writers.ts'

/** People of whom the server said that they are recorded, and what they are called, by pseudonym. */
export type Recorded = Map<string, string>

interface Writer {
  readonly address: () => string
  readonly cookie: string
  readonly isOver: () => boolean
  readonly recorded: Recorded
}

const AFTER_A_FAULT_MS = 25

/** Puts an age identity into a file, which opens the keys at every start. */
export async function writeCredential(directory: string): Promise<string> {
  const file = join(directory, 'credential')
  writeFileSync(file, await makeIdentity(), { mode: 0o600 })
  return file
}

/** Records one person after the other, each in an incident of their own, whatever happens. */
export async function keepRecordingPeople(writer: Writer): Promise<void> {
  for (let number = 1; !writer.isOver(); number += 1) {
    try {
      const incident = await post(writer, '/api/incidents', INCIDENT)
      const { id: incidentId } = IncidentHeader.parse(incident)
      const name = `Person ${number} Example`
      const content = { names: [name], birth: null, contact: null, notes: null }
      const given = JSON.stringify({ incidentId, kind: 'victim', content })
      const { pseudonym } = ListedIdentity.parse(await post(writer, '/api/identities', given))
      writer.recorded.set(pseudonym, name)
    } catch {
      await pause(AFTER_A_FAULT_MS)
    }
  }
}

async function post({ address, cookie }: Writer, path: string, body: string): Promise<unknown> {
  const headers = { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
  const signal = AbortSignal.timeout(20_000)
  const answer = await fetch(`${address()}${path}`, { method: 'POST', headers, body, signal })
  if (answer.status !== 201) throw new Error(`answered ${answer.status}`)
  return answer.json()
}

/** The name that is shown of somebody; undefined where nobody is shown just now. */
export async function readName(
  { address, cookie }: Pick<Writer, 'address' | 'cookie'>,
  pseudonym: string,
): Promise<string | undefined> {
  try {
    const url = `${address()}/api/identities/${pseudonym}?purpose=protection`
    const answer = await fetch(url, { headers: { cookie }, signal: AbortSignal.timeout(20_000) })
    return answer.ok ? Identity.parse(await answer.json()).content.names[0] : undefined
  } catch {
    return undefined
  }
}

/** The process id of the key service of these data, while it runs. */
export function findKeyService(data: string): number | undefined {
  const processes = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n')
  const place = `keys/service/main.ts ${join(data, 'keys')} `
  const found = processes.find((line) => line.includes(place))
  return found === undefined ? undefined : Number.parseInt(found, 10)
}

/** How many of those who were recorded cannot be opened any more, or are called otherwise. */
export async function countLostPeople(
  recorded: Recorded,
  { data, owner }: { readonly data: string; readonly owner: EmbeddedPostgres['owner'] },
  credential: string,
): Promise<number> {
  const db = openDatabase(owner, { connections: 1 })
  const store = openKeyStore(join(data, 'keys', 'keys.db'))
  const provider = createFileProvider({ store, now: Date.now })
  try {
    if (!(await provider.unlockWith(credential))) throw new Error('the keys do not open')
    let lost = 0
    for (const [pseudonym, name] of recorded) {
      const content = await db.transaction().execute(async (tx) => {
        const held = await findHeldPerson(tx, pseudonym)
        const key = held && (await provider.unwrap(held.keyId))
        return held && key && openPerson(tx, held, key)
      })
      if (canonicalJson(content?.names ?? null) !== canonicalJson([name])) lost += 1
    }
    return lost
  } finally {
    store.close()
    await db.destroy()
  }
}
