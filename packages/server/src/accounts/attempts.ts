import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, inTransaction } from '../db/transaction.ts'
import { addressGroup } from './address-group.ts'

const SECOND = 1000
const DAY = 24 * 60 * 60 * SECOND

interface Patience {
  /** Failures that cost nothing: people mistype. */
  readonly free: number
  /** Longest wait in milliseconds; never a lock-out, which would be a weapon against a name's owner. */
  readonly longest: number
}

/**
 * Who guesses one person's passphrase is stopped where he sits: the long waits are for a name at an
 * address. The name's owner, who sits elsewhere, meets only what is counted for the name wherever the
 * attempts come from, which is little until many addresses guess together, and never long. Many people
 * may share an address.
 */
const NAME_AT_ADDRESS: Patience = { free: 5, longest: 900 * SECOND }
const NAME: Patience = { free: 50, longest: 60 * SECOND }
const ADDRESS: Patience = { free: 20, longest: 60 * SECOND }

/** As whom somebody tries, known or not, and from where. */
export interface Attempt {
  /** The name that is signed in with; for a passkey what `passkeySubject` makes of it. */
  readonly subject: string
  readonly address: string
  readonly now: Date
}

/**
 * What failures with a passkey are counted for. It names nobody, and signatures are not to be guessed:
 * counted for the passkey wherever they come from, they would only keep its owner out. No sign-in name
 * has a colon.
 */
export function passkeySubject(credentialId: string, address: string): string {
  return `passkey:${addressGroup(address)}:${credentialId}`
}

/** What failures are counted for. The name may be a passphrase typed into the wrong field: only its hash is kept. */
interface Subject {
  readonly key: Buffer
  readonly patience: Patience
}

/**
 * Counts an attempt as failed before it is looked at, so that attempts at the same moment cannot slip
 * through together. Gives the seconds to wait, 0 where the attempt may go on. An attempt that has to
 * wait is not counted.
 */
export function beginAttempt(db: Db, attempt: Attempt): Promise<number> {
  const { now } = attempt
  const subjects = subjectsOf(attempt)
  return inTransaction(db, async (tx) => {
    for (const { key } of subjects) await takeTurn(tx, key)
    const known = await findFailures(tx, { subjects, now })
    const until = Math.max(0, ...known.map(({ blocked_until: time }) => time.getTime()))
    if (until > now.getTime()) return Math.ceil((until - now.getTime()) / SECOND)
    for (const { key, patience } of subjects) {
      const failures = 1 + (known.find(({ subject }) => subject.equals(key))?.failures ?? 0)
      const blocked_until = new Date(now.getTime() + waitAfter(failures, patience))
      await tx
        .insertInto('sign_in_attempts')
        .values({ subject: key, failures, last_failure_at: now, blocked_until })
        .onConflict((conflict) =>
          conflict.column('subject').doUpdateSet({ failures, last_failure_at: now, blocked_until }),
        )
        .execute()
    }
    await forgetOldFailures(tx, now)
    return 0
  })
}

/** The attempt was no failure after all: the name starts afresh, the address is as it was before. */
export async function forgiveAttempt(tx: Db, attempt: Attempt): Promise<void> {
  const { name, nameAtAddress, address } = keysOf(attempt)
  // The same turns in the same order as counting, else each could wait for the other.
  for (const { key } of subjectsOf(attempt)) await takeTurn(tx, key)
  await tx
    .deleteFrom('sign_in_attempts')
    .where((row) =>
      row.or([
        row('subject', 'in', [name, nameAtAddress]),
        row('subject', '=', address).and('failures', '<=', 1),
      ]),
    )
    .execute()
  await tx
    .updateTable('sign_in_attempts')
    .set((row) => ({ failures: row('failures', '-', 1), blocked_until: attempt.now }))
    .where('subject', '=', address)
    .execute()
}

/** Nothing after the free failures, then two seconds, doubled by every further one. */
function waitAfter(failures: number, { free, longest }: Patience): number {
  return failures < free ? 0 : Math.min(longest, SECOND * 2 ** (failures - free + 1))
}

/** In one order for everybody, so that two attempts never wait for each other. */
function subjectsOf(attempt: Attempt): Subject[] {
  const { name, nameAtAddress, address } = keysOf(attempt)
  const subjects = [
    { key: name, patience: NAME },
    { key: nameAtAddress, patience: NAME_AT_ADDRESS },
    { key: address, patience: ADDRESS },
  ]
  return subjects.sort((one, other) => Buffer.compare(one.key, other.key))
}

function keysOf({ subject, address }: Attempt) {
  const group = addressGroup(address)
  return {
    name: sha256(`name:${subject}`),
    nameAtAddress: sha256(`name at address:${group} ${subject}`),
    address: sha256(`address:${group}`),
  }
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Attempts on the same subject are counted one after the other, also where no row is there to lock. */
async function takeTurn(tx: Db, key: Buffer): Promise<void> {
  await sql`select pg_advisory_xact_lock(${key.readBigInt64BE().toString()}::bigint)`.execute(tx)
}

interface Sought {
  readonly subjects: readonly Subject[]
  readonly now: Date
}

function findFailures(tx: Db, { subjects, now }: Sought) {
  const keys = subjects.map(({ key }) => key)
  return tx
    .selectFrom('sign_in_attempts')
    .select(['subject', 'failures', 'blocked_until'])
    .where('subject', 'in', keys)
    .where('last_failure_at', '>=', dayBefore(now))
    .execute()
}

/** Leaves alone what another attempt is just counting. */
async function forgetOldFailures(tx: Db, now: Date): Promise<void> {
  await tx
    .deleteFrom('sign_in_attempts')
    .where('subject', 'in', (row) =>
      row
        .selectFrom('sign_in_attempts')
        .select('subject')
        .where('last_failure_at', '<', dayBefore(now))
        .forUpdate()
        .skipLocked(),
    )
    .execute()
}

function dayBefore(now: Date): Date {
  return new Date(now.getTime() - DAY)
}
