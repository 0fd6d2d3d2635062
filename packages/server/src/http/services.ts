import type { Context, Hono } from 'hono'
import type { Logger } from 'pino'
import type { HashingCost } from '../accounts/passphrase.ts'
import type { DeviceClocks } from '../clock/devices.ts'
import type { Db } from '../db/transaction.ts'
import type { GlassHours } from '../glass/hours.ts'
import type { AskKeys } from '../keys/protocol.ts'
import type { Clock } from '../ports.ts'
import type { IdentityProvider } from '../provider/identity-provider.ts'

/** All that the application needs from outside; put together once, when the server starts. */
export interface Services {
  readonly db: Db
  readonly clock: Clock
  /** What devices that are signed in say of theirs. */
  readonly devices: DeviceClocks
  /** How long the records opened by break-glass have been open. */
  readonly hours: GlassHours
  readonly logger: Logger
  readonly version: string
  /** Whether browsers reach the server by https; without, it is reached from this machine only. */
  readonly tls: boolean
  /** The name by which browsers reach the server; null where they reach it by an address only. */
  readonly hostName: string | null
  /** Whether this is a demonstration, whose people anybody may be. */
  readonly isDemonstration: boolean
  /** Starts a demonstration beside this and gives its address; null where none can be. */
  readonly beginDemonstration: (() => Promise<string>) | null
  /** The built web application. */
  readonly webRoot: string
  /** Who keeps the keys of identities. */
  readonly keys: AskKeys
  /** What guessing a passphrase costs whoever tries. */
  readonly hashing: HashingCost
  /** By which people may sign in where an administrator configured it; null where none is. */
  readonly identityProvider: IdentityProvider | null
  /** Under which secrets of authenticator apps are encrypted. */
  readonly factorKey: Buffer
  /** Aborted once the server takes no new requests. */
  readonly stopping: AbortSignal
}

/** What one request carries along. */
interface RequestState {
  requestId: string
  /** Name of the endpoint, or what else answered; for the log, which never holds an address. */
  route: string
  accountId: string | null
}

interface SocketBindings {
  incoming?: { socket: { remoteAddress?: string; localPort?: number } }
}

export interface AppEnv {
  Variables: RequestState
  Bindings: SocketBindings
}

export type App = Hono<AppEnv>
export type AppContext = Context<AppEnv>
