import { Client, type ClientConfig } from 'pg'
import { Refusal } from '../refusal.ts'

/** The SQL of Vigil is that of this major version (Debian 12's); newer ones understand it too. */
const OLDEST_MAJOR = 15
const OLDEST = OLDEST_MAJOR * 10_000

/** Codes of PostgreSQL: invalid_authorization_specification, invalid_password, invalid_catalog_name. */
const DENIED: ReadonlySet<string> = new Set(['28000', '28P01'])
const NO_SUCH_DATABASE = '3D000'

/** How to reach the server that DATABASE_URL names. Refuses what is not such an address. */
export function parseDatabaseUrl(url: string): ClientConfig {
  const scheme = /^postgres(ql)?:\/\//.test(url)
  if (!scheme || !URL.canParse(url)) throw new Refusal('refusal.database.url')
  return { connectionString: withCheckedCertificate(url) }
}

/**
 * The driver checks the server's certificate whenever encryption is asked for, and prints a warning of
 * several lines where the address asks for less. It does so by our wish, without a warning.
 */
function withCheckedCertificate(url: string): string {
  return url.replace(/(?<=[?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, 'verify-full')
}

/** Opens one connection, having checked that a new enough server answers. The caller ends it. */
export async function connectOwner(config: ClientConfig): Promise<Client> {
  const client = new Client({ connectionTimeoutMillis: 10_000, ...config })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    await client.end().catch(() => undefined)
    throw refuseConnection(client, error)
  }
  const version = await readVersion(client)
  if (version >= OLDEST) return client
  await client.end()
  const found = Math.floor(version / 10_000)
  throw new Refusal('refusal.database.old', { found, oldest: OLDEST_MAJOR })
}

async function readVersion(client: Client): Promise<number> {
  const { rows } = await client.query<{ number: number }>(
    `select current_setting('server_version_num')::int as number`,
  )
  return rows[0]?.number ?? 0
}

/** Says where, never with which password. */
function refuseConnection(client: Client, error: unknown): Refusal {
  const at = { host: client.host, port: String(client.port) }
  if (!(error instanceof Error)) {
    return new Refusal('refusal.database.unreachable', { ...at, reason: String(error) })
  }
  const code = 'code' in error ? String(error.code) : ''
  if (isDenied(code, error)) {
    return new Refusal('refusal.database.denied', { ...at, user: client.user ?? '' })
  }
  if (code === NO_SUCH_DATABASE) {
    return new Refusal('refusal.database.missing', { ...at, database: client.database ?? '' })
  }
  // Node reports several failed addresses of one name in an error without words.
  const reason = error.message || code || error.name
  return new Refusal('refusal.database.unreachable', { ...at, reason })
}

/** The server does not know user or password, or the address has none to give it. */
function isDenied(code: string, { message }: Error): boolean {
  return DENIED.has(code) || message.includes('client password must be a string')
}
