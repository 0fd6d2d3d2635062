import { createAdaptorServer } from '@hono/node-server'
import { createServer as createSecureServer } from 'node:https'
import { Hono } from 'hono'
import type { Server } from 'node:http'
import type { Config } from './config.ts'
import { openInstallation, type Database } from './database.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase } from './db/pool.ts'
import { browserAddress, isLoopback } from './net/address.ts'
import { listen, refuseTakenPort, stopListening } from './net/listen.ts'
import { Refusal } from './refusal.ts'
import { readTls, type Tls } from './tls/store.ts'

/** A Vigil that answers requests. */
export interface Serving {
  /** What to open in a browser. */
  readonly address: string
  /** Names of the migrations that this start applied. */
  readonly migrated: readonly string[]
  readonly elsewhere: string | null
  /** Settles with the reason when the database is lost for good; `stop` is still to be called. */
  readonly lost: Promise<unknown>
  /** Lets running requests end, then closes connections and database. */
  stop(): Promise<void>
}

/** The composition root: the only place that knows everything. */
export async function serve(config: Config): Promise<Serving> {
  const tls = readTls(config.data)
  if (tls === null && !isLoopback(config.host)) {
    throw new Refusal('refusal.host.withoutTls', { host: config.host })
  }
  const { promise: lost, resolve: onLost } = Promise.withResolvers<unknown>()
  const database = await openInstallation(config, onLost)
  try {
    const serving = await serveFrom({ config, tls, database })
    return { ...serving, elsewhere: database.elsewhere, lost }
  } catch (error) {
    await database.stop()
    throw error
  }
}

interface Parts {
  readonly config: Config
  readonly tls: Tls | null
  readonly database: Database
}

async function serveFrom({ config, tls, database }: Parts) {
  await refuseTakenPort(config)
  const migrated = await migrate(database.owner)
  const db = openDatabase(database.owner, { connections: 20 })
  const app = new Hono()
  app.get('/healthz', (c) => c.json({ status: 'ok', version: '0.1.0', database: 'ok' }))
  const server = createHttpServer(app, tls)
  const port = await listen(server, config)
  const address = browserAddress(tls === null ? 'http' : 'https', config.host, port)
  database.announce(address)
  return {
    address,
    migrated,
    async stop() {
      await stopListening(server)
      await db.destroy()
      await database.stop()
    },
  }
}

function createHttpServer({ fetch }: Hono, tls: Tls | null): Server {
  const options = tls && { createServer: createSecureServer, serverOptions: tls }
  return createAdaptorServer({ fetch, ...options }) as Server
}
