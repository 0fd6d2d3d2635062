import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  CO_CHAIRING,
  DEMONSTRATION_ACCOUNT,
  DEMONSTRATION_PASSPHRASE,
  DemonstrationPerson,
  grantOf,
  OPERATION,
  PEOPLE,
  signInNameOf,
} from '@vigil/core/demonstration'
import { findAccount } from '../accounts/accounts.ts'
import { addAccount } from '../accounts/administer.ts'
import { dayOf } from '../accounts/grants.ts'
import type { Config } from '../config.ts'
import type { Db } from '../db/transaction.ts'
import { commandLineImporter } from '../documents/command-line.ts'
import { importFile } from '../documents/import.ts'
import { RequestRefused } from '../http/refuse.ts'
import { Refusal } from '../refusal.ts'
import { enterCoChairsByHand } from '../task-force/by-hand.ts'
import { readCoChairs } from '../task-force/co-chairs.ts'

/** Conclusions of the Working Group, as the United Nations published them. */
const CONCLUSIONS = join(import.meta.dirname, 'S-AC.51-2023-3.txt')

/**
 * Sees to it that a demonstration never stands on the data that people work with, nor people work in a
 * demonstration, and that whoever looks around finds somebody to be and something to read. What is
 * missing after an interrupted start is made up for.
 */
export async function settleDemonstration(db: Db, config: Config, now: Date): Promise<void> {
  const first = await db.selectFrom('first_account').select('account_id').executeTakeFirst()
  const isPlanted = first?.account_id === DEMONSTRATION_ACCOUNT
  const values = { directory: config.data }
  if (!config.demonstration) {
    if (isPlanted) throw new Refusal('refusal.demonstration.only', values)
    return
  }
  if (first && !isPlanted) throw new Refusal('refusal.demonstration.inUse', values)
  await plantPeople(db, now)
  await plantConclusions(db, now)
}

/** Refuses what would let a demonstration be reached from elsewhere, or stand in somebody's database. */
export function checkDemonstration({ demonstration, host, databaseUrl }: Config): void {
  if (!demonstration) return
  if (databaseUrl !== null) throw new Refusal('refusal.demonstration.database')
  if (host !== 'localhost') throw new Refusal('refusal.demonstration.host')
}

async function plantPeople(db: Db, now: Date): Promise<void> {
  await plantPerson(db, 'administrator', now)
  if ((await readCoChairs(db)).length === 0) {
    const seats = { operation: OPERATION, entities: [...CO_CHAIRING], until: null, by: null }
    await enterCoChairsByHand(db, { ...seats, from: dayOf(now), now })
  }
  for (const person of DemonstrationPerson.options) await plantPerson(db, person, now)
}

async function plantPerson(db: Db, person: DemonstrationPerson, now: Date): Promise<void> {
  const signInName = signInNameOf(person)
  if (await findAccount(db, signInName)) return
  await addAccount(db, {
    id: person === 'administrator' ? DEMONSTRATION_ACCOUNT : undefined,
    name: PEOPLE[person].name,
    signInName,
    passphrase: DEMONSTRATION_PASSPHRASE,
    grants: [grantOf(person, dayOf(now))],
    now,
  })
}

async function plantConclusions(db: Db, now: Date): Promise<void> {
  const bytes = new Uint8Array(await readFile(CONCLUSIONS))
  try {
    const file = { name: 'S-AC.51-2023-3.txt', bytes }
    await importFile(commandLineImporter(db, now), file, {
      whenHeld: 'refuse',
      symbol: 'S/AC.51/2023/3',
    })
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error
    if (!HELD.has(error.code)) throw error
  }
}

/** Somebody who looks around may have taken the conclusions out, too. */
const HELD: ReadonlySet<string> = new Set([
  'document.sameFile',
  'document.sameFileRemoved',
  'document.held',
])
