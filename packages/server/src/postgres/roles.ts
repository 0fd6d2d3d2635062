import { Client, type ClientConfig, DatabaseError, escapeIdentifier, escapeLiteral } from 'pg'
import { Refusal } from '../refusal.ts'
import type { Passwords } from './passwords.ts'

export const OWNER = 'vigil'
export const DATABASE = 'vigil'
/** Requests act as this role: it owns nothing and may do only what the migrations grant. */
export const APPLICATION_ROLE = 'vigil_app'
/** What identifies people is reached as this role alone, which reaches nothing else. */
export const IDENTITY_ROLE = 'vigil_identity'
/** Owns the functions that hand incidents over from who leaves; nobody signs in as it or becomes it. */
const HANDOVER_ROLE = 'vigil_handover'
const ROLES = [APPLICATION_ROLE, IDENTITY_ROLE, HANDOVER_ROLE] as const

/** Makes owner, application role and database on the embedded server, as far as they are missing. */
export async function provision(superuser: ClientConfig, { owner }: Passwords): Promise<void> {
  const client = new Client(superuser)
  client.on('error', () => undefined)
  await client.connect()
  try {
    const verb = (await hasRole(client, OWNER)) ? 'alter' : 'create'
    await client.query(`${verb} role ${OWNER} login password ${escapeLiteral(owner)}`)
    await ensureRoles(client, OWNER)
    await ensureDatabase(client)
  } finally {
    await client.end()
  }
}

/**
 * Lets `member` (a role name) act as the application's roles. On a server of somebody else's the one
 * user of DATABASE_URL may lack the right; the refusal says what an administrator has to run.
 */
export async function ensureRoles(client: Client, member: string): Promise<void> {
  const user = escapeIdentifier(member)
  try {
    for (const role of ROLES) {
      if (!(await hasRole(client, role))) await createRole(client, role)
      if (!(await isMember(client, { member, role }))) {
        await client.query(`grant ${role} to ${user}`)
      }
    }
  } catch (error) {
    if (!isDenied(error)) throw error
    const commands = ROLES.map((role) => `CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO ${user};`)
    throw new Refusal('refusal.database.role', { user: member, commands: commands.join(' ') })
  }
}

/** A role belongs to the whole server: another database may be getting its own at the same moment. */
async function createRole(client: Client, role: string): Promise<void> {
  try {
    await client.query(`create role ${role} nologin`)
  } catch (error) {
    if (!(await hasRole(client, role))) throw error
  }
}

async function ensureDatabase(client: Client): Promise<void> {
  const found = await client.query('select from pg_database where datname = $1', [DATABASE])
  if (found.rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER}`)
}

async function hasRole(client: Client, name: string): Promise<boolean> {
  const found = await client.query('select from pg_roles where rolname = $1', [name])
  return found.rowCount !== 0
}

/** A superuser counts as a member of everything, and needs no grant. */
async function isMember(
  client: Client,
  { member, role }: { readonly member: string; readonly role: string },
): Promise<boolean> {
  const sql = `select pg_has_role($1, $2, 'member') as yes`
  const { rows } = await client.query<{ yes: boolean }>(sql, [member, role])
  return rows[0]?.yes === true
}

function isDenied(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '42501'
}
