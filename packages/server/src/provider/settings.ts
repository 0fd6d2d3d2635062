import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { isLoopback } from '../net/address.ts'
import { Refusal } from '../refusal.ts'

const FILE = 'identity-provider.json'
/** No client secret is longer. */
const LONGEST_SECRET = 4096

/** Over https; plain http reaches this very machine only. */
const Address = z
  .url({ protocol: /^https?$/ })
  .refine(isSafe, { message: 'must begin with https://' })
  .transform((text) => new URL(text))

const Words = z.array(z.string().min(1).max(200)).max(50).default([])

/** What an administrator writes down. What is not known is a mistake, and refused. */
const ProviderFile = z.strictObject({
  name: z.string().trim().min(1).max(80),
  issuer: Address,
  clientId: z.string().min(1).max(500),
  secretFile: z.string().min(1),
  address: Address.refine((url) => url.pathname === '/' && url.search === '', {
    message: 'must have nothing behind host and port',
  }),
  hosts: z
    .array(z.string().regex(/^[a-z0-9.-]+(:\d+)?$/))
    .max(10)
    .default([]),
  strong: z.strictObject({ amr: Words, acr: Words }).default({ amr: [], acr: [] }),
})

/** The identity provider of the organisation, as the administrator configured it. */
export interface ProviderSettings {
  /** What people know it by. */
  readonly name: string
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  /** Where browsers reach this Vigil. */
  readonly address: URL
  /** Hosts, with their port, that may be asked beside the issuer's own. */
  readonly hosts: readonly string[]
  /** Words of the provider that mean more than a password. */
  readonly strong: { readonly amr: readonly string[]; readonly acr: readonly string[] }
}

/** Reads what stands in the data directory; null where nothing does, and then nothing ever goes out. */
export function readProviderSettings(data: string): ProviderSettings | null {
  const file = join(data, FILE)
  if (!existsSync(file)) return null
  const { data: found, error } = ProviderFile.safeParse(parse(file))
  if (found === undefined) {
    const [issue] = error.issues
    const where = issue?.path.join('.') || '{}'
    throw new Refusal('refusal.provider.file', { file, where, reason: String(issue?.message) })
  }
  const { secretFile, ...settings } = found
  return { ...settings, clientSecret: readSecret(resolve(data, secretFile)) }
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new Refusal('refusal.provider.file', { file, where: '{}', reason: 'not JSON' })
  }
}

function readSecret(file: string): string {
  try {
    const secret = readFileSync(file, 'utf8').trim()
    if (secret !== '' && secret.length <= LONGEST_SECRET) return secret
  } catch {
    // What cannot be read is as good as empty, and the sentence is the same.
  }
  throw new Refusal('refusal.provider.secret', { file })
}

function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || isLoopback(hostname)
}
