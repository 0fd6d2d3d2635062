import { type ClockDoubt, isBlockedByClock } from '@vigil/core/keys'
import { createAdaptorServer } from '@hono/node-server'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import type { Server } from 'node:http'
import { type Logger, pino } from 'pino'
import manifest from '../package.json' with { type: 'json' }
import { HASHING } from './accounts/passphrase.ts'
import { createApp } from './app.ts'
import { createDeviceClocks } from './clock/devices.ts'
import { type ClockWitnesses, findDoubt } from './clock/doubt.ts'
import { relistClauses } from './clauses/relist.ts'
import { WEB_DIRECTORY, type Config } from './config.ts'
import { openInstallation, type Database } from './database.ts'
import { migrate } from './db/migrate.ts'
import { checkDemonstration, settleDemonstration } from './demonstration/plant.ts'
import { ensureFactorKey } from './factors/factor-key.ts'
import { openDatabase } from './db/pool.ts'
import { findTalkativeSettings } from './db/talkative.ts'
import { browserAddress, isLoopback } from './net/address.ts'
import { listen, refuseTakenPort } from './net/listen.ts'
import type { App } from './http/services.ts'
import { startIdentityTurns } from './identities/turns.ts'
import { type KeyService, startKeyService } from './keys/service/supervise.ts'
import { ensureLogKey } from './log/key.ts'
import { startSequencer } from './log/sequencer.ts'
import { createLogger } from './logging.ts'
import { createGlassHours } from './glass/hours.ts'
import { systemClock } from './ports.ts'
import { connectProvider, type IdentityProvider } from './provider/identity-provider.ts'
import { readProviderSettings } from './provider/settings.ts'
import { Refusal } from './refusal.ts'
import { hostNameOf } from './tls/host-name.ts'
import { readTls, type Tls } from './tls/store.ts'
import { sendPlainHttpToTls } from './tls/without-tls.ts'

/** A Vigil that answers requests. */
export interface Serving {
  /** What to open in a browser. */
  readonly address: string
  /** Names of the migrations that this start applied. */
  readonly migrated: readonly string[]
  readonly elsewhere: string | null
  /** Whether the key service runs as the same system user, which can then read what it holds. */
  readonly keysOfSameUser: boolean
  /** Settings by which the database server may write values into its messages, as they are to be. */
  readonly talkative: readonly string[]
  /** What speaks against the clock; no deadline is kept by it then. */
  readonly clockDoubt: ClockDoubt | null
  /** Settles with the reason when the database is lost for good; `stop` is still to be called. */
  readonly lost: Promise<unknown>
  /** Lets running requests end, then closes connections and database. */
  stop(): Promise<void>
}

/** PostgreSQL allows 100 by default; several web processes may share one server. */
const CONNECTIONS = 20

/** The composition root: the only place that knows everything. */
export async function serve(
  config: Config,
  beginDemonstration?: () => Promise<string>,
): Promise<Serving> {
  checkDemonstration(config)
  const tls = readTls(config.data, systemClock.now())
  if (tls === null && !isLoopback(config.host)) {
    throw new Refusal('refusal.host.withoutTls', { host: config.host })
  }
  const { promise: lost, resolve: onLost } = Promise.withResolvers<unknown>()
  const database = await openInstallation(config, onLost)
  try {
    const serving = await serveFrom({
      config,
      tls,
      database,
      beginDemonstration: beginDemonstration ?? null,
    })
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
  readonly beginDemonstration: (() => Promise<string>) | null
}

async function serveFrom(parts: Parts) {
  await refuseTakenPort(parts.config)
  const { logLevel: level, data } = parts.config
  const logger = createLogger({ level, destination: pino.destination(2) })
  const keys = await startKeyService({ data, logger })
  try {
    return await serveWith({ ...parts, logger, keys })
  } catch (error) {
    await keys.stop()
    throw error
  }
}

interface Started extends Parts {
  readonly logger: Logger
  readonly keys: KeyService
}

async function serveWith(started: Started) {
  const { config, tls, database, logger, keys } = started
  const migrated = await migrate(database.owner)
  const db = openDatabase(database.owner, {
    connections: CONNECTIONS,
    onBroken: (error) => logger.warn({ err: error }, 'connection to the database broke'),
  })
  await settleDemonstration(db, config, systemClock.now()).catch(async (error: unknown) => {
    await db.destroy()
    throw error
  })
  const stopping = new AbortController()
  const devices = createDeviceClocks()
  const witnesses = { db, clock: systemClock, devices, hours: createGlassHours(systemClock) }
  const app = createApp({
    ...witnesses,
    logger,
    version: manifest.version,
    tls: tls !== null,
    hostName: hostNameOf(tls?.cert ?? null),
    isDemonstration: config.demonstration,
    beginDemonstration: isLoopback(config.host) ? started.beginDemonstration : null,
    webRoot: WEB_DIRECTORY,
    keys: keys.ask,
    hashing: HASHING,
    identityProvider: providerOf(config, logger),
    factorKey: ensureFactorKey(config.data),
    stopping: stopping.signal,
  })
  const server = createHttpServer(app, tls)
  const { port, stop } = await listen(server, config)
  const background = startBackground(witnesses, { ...started, stopping: stopping.signal })
  const address = browserAddress(tls === null ? 'http' : 'https', config.host, port)
  database.announce(address)
  return {
    address,
    migrated,
    keysOfSameUser: keys.isSameUser,
    talkative: await findTalkativeSettings(db),
    clockDoubt: await findDoubt(witnesses),
    async stop() {
      stopping.abort()
      await stop()
      await background.stop()
      await keys.stop()
      await db.destroy()
      await database.stop()
    },
  }
}

/** By whom people may sign in where an administrator configured it. */
function providerOf({ data }: Config, logger: Logger): IdentityProvider | null {
  const settings = readProviderSettings(data)
  return settings && connectProvider(settings, { clock: systemClock, logger })
}

/** What goes on beside the answering of requests. */
function startBackground(
  witnesses: ClockWitnesses,
  { config, logger, keys, stopping }: Started & { readonly stopping: AbortSignal },
): { stop(): Promise<void> } {
  const { db, clock } = witnesses
  const sequencer = startSequencer(db, { data: config.data, clock, logger })
  const mayGoOn = async () => !isBlockedByClock(await findDoubt(witnesses), 'deadline')
  const signer = () => ensureLogKey(db, config.data)
  const turns = startIdentityTurns(db, { keys: keys.ask, clock, logger, mayGoOn, signer })
  const relisted = relistClauses(db, {
    stopping,
    onFailed: (error, documentId) => logger.error({ err: error, documentId }, 'clauses not listed'),
  }).catch((error: unknown) => {
    logger.error({ err: error }, 'clauses not listed')
  })
  return {
    async stop() {
      await relisted
      await turns.stop()
      await sequencer.stop()
    },
  }
}

function createHttpServer({ fetch }: App, tls: Tls | null): Server | SecureServer {
  if (tls === null) return createAdaptorServer({ fetch }) as Server
  const options = { createServer: createSecureServer, serverOptions: tls }
  return sendPlainHttpToTls(createAdaptorServer({ fetch, ...options }) as SecureServer)
}
