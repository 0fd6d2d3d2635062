import { Client, type ClientConfig } from 'pg'
import { Refusal } from '../refusal.ts'

/** The SQL of Vigil is that of this major version (Debian 12's); newer ones understand it too. */
const OLDEST_MAJOR = 15
const OLDEST = OLDEST_MAJOR * 10_000

/** How to reach the server that DATABASE_URL names. Refuses what is not such an address. */
export function parseDatabaseUrl(url: string): ClientConfig {
  const scheme = /^postgres(ql)?:\/\//.test(url)
  if (!scheme || !URL.canParse(url)) throw new Refusal('refusal.database.url')
  return { connectionString: url }
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
function refuseConnection({ host, port }: Client, error: unknown): Refusal {
  const reason = error instanceof Error ? error.message || readCode(error) : String(error)
  return new Refusal('refusal.database.unreachable', { host, port: String(port), reason })
}

/** Node reports several failed addresses of one name in an error without words. */
function readCode(error: Error): string {
  return 'code' in error ? String(error.code) : error.name
}
