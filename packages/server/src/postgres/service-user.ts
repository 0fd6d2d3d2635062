import { readFileSync, statSync } from 'node:fs'
import { Refusal } from '../refusal.ts'

/** The account PostgreSQL runs as where Vigil itself runs as root. */
export interface ServiceUser {
  readonly uid: number
  readonly gid: number
}

const CANDIDATES = ['postgres', 'nobody'] as const

/** The account of the key service: never that of PostgreSQL, whose files hold what its keys open. */
const KEY_CANDIDATES = ['vigil-keys', 'daemon', 'bin'] as const

/** Null where this process is not root, or has no other account: the service then runs as the same user. */
export function chooseKeyUser(): ServiceUser | null {
  if (process.geteuid?.() !== 0) return null
  return KEY_CANDIDATES.map(findAccount).find((account) => account !== undefined) ?? null
}

/** Null where this process is not root: PostgreSQL then runs as the same user. */
export function chooseServiceUser(cluster: string): ServiceUser | null {
  if (process.geteuid?.() !== 0) return null
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const found = CANDIDATES.map(findAccount).find((account) => account !== undefined)
  if (found === undefined) throw new Refusal('refusal.postgres.noServiceUser')
  return found
}

/** Whether this process's own user id has a name; initdb refuses to work for one that has none. */
export function hasOwnName(): boolean {
  const uid = String(process.geteuid?.())
  return process.platform !== 'linux' || accounts().some((fields) => fields[2] === uid)
}

function findAccount(name: string): ServiceUser | undefined {
  const fields = accounts().find((account) => account[0] === name)
  return fields && { uid: Number(fields[2]), gid: Number(fields[3]) }
}

function accounts(): string[][] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
}
