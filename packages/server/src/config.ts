import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import { Refusal } from './refusal.ts'

/** Everything that differs from one installation to the next. */
export interface Config {
  /** Absolute path of the data directory. */
  readonly data: string
  readonly host: string
  readonly port: number
  /** Null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null
  /** Whether it is a demonstration, with fictional people whom anybody on this machine can be. */
  readonly demonstration: boolean
  readonly logLevel: LogLevel
}

const LogLevel = z.enum(['debug', 'info', 'warn', 'error'])
type LogLevel = z.infer<typeof LogLevel>

const Environment = z.object({
  DATABASE_URL: z.string().trim().optional(),
  VIGIL_LOG_LEVEL: LogLevel.optional(),
})

/** What was said on the command line; it comes before the environment. */
export interface Flags {
  readonly data?: string | undefined
  readonly host?: string | undefined
  readonly port?: number | undefined
  readonly demonstration?: boolean | undefined
}

export const DEFAULT_PORT = 1612
const ROOT = join(import.meta.dirname, '../../..')

const INSTALLATION = { data: join(ROOT, 'data'), port: DEFAULT_PORT } as const
/** Apart from what people work with, so that it can be looked at beside it. */
const DEMONSTRATION = { data: join(ROOT, 'data/demonstration'), port: DEFAULT_PORT + 1 } as const

/** The built web application. */
export const WEB_DIRECTORY = join(ROOT, 'packages/web/dist')

/** Reads the configuration. Refuses values that mean nothing. */
export function readConfig(flags: Flags, environment: NodeJS.ProcessEnv = process.env): Config {
  const { data: found, error } = Environment.safeParse(environment)
  if (found === undefined) {
    const [issue] = error.issues
    throw new Refusal('refusal.config', {
      name: String(issue?.path[0]),
      reason: String(issue?.message),
    })
  }
  return {
    ...placesOf(flags),
    host: flags.host ?? 'localhost',
    databaseUrl: found.DATABASE_URL || null,
    // A person at a terminal wants to see what is wrong, not every request.
    logLevel: found.VIGIL_LOG_LEVEL ?? (process.stderr.isTTY ? 'warn' : 'info'),
  }
}

/** Where it stands: apart from the other, where nothing was said. */
function placesOf({ data, port, demonstration = false }: Flags) {
  const usual = demonstration ? DEMONSTRATION : INSTALLATION
  return { data: placeData(data ?? usual.data), port: port ?? usual.port, demonstration }
}

/** A path given by hand is relative to where the person stands. */
function placeData(given: string): string {
  return isAbsolute(given) ? resolve(given) : resolve(process.cwd(), given)
}
