import { pino, type DestinationStream, type Logger } from 'pino'

/** What may never stand in a log, should anybody ever pass it along by mistake. */
const SECRET = [
  'passphrase',
  'token',
  'cookie',
  'authorization',
  'name',
  'signInName',
  'words',
  'text',
  'query',
  'body',
]

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  readonly destination?: DestinationStream
}

/**
 * Structured log, one JSON object a line. Errors are told by kind, code and place, never by message:
 * messages quote what was sent or stored.
 */
export function createLogger({ level, destination }: LogOptions): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: SECRET.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
    serializers: { err: describeError },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** What of an error may be written down. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error }
  const places = error.stack?.split('\n').filter((line) => /^ {4}at /.test(line)) ?? []
  return {
    kind: error.constructor.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...('constraint' in error && typeof error.constraint === 'string'
      ? { constraint: error.constraint }
      : {}),
    at: places.map((line) => line.trim().slice(3)),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}
