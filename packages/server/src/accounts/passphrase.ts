import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** How much work it is to try one passphrase. */
export interface HashingCost {
  /** KiB. */
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

/** What guessing one passphrase costs: 64 MiB and three passes, about a quarter of a second. */
export const HASHING: HashingCost = { memory: 64 * 1024, passes: 3, parallelism: 1 }
const SALT_BYTES = 16
const TAG_BYTES = 32

const derive = promisify(argon2)

/** Hashes a passphrase with Argon2id; gives a PHC string. */
export async function hashPassphrase(passphrase: string, cost = HASHING): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const tag = await deriveTag(passphrase, { salt, cost, length: TAG_BYTES })
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(salt)}$${encode(tag)}`
}

/**
 * Whether `passphrase` is the one that `hash` was made of. Without a hash, for a name nobody has, it
 * works as long as `usual` and answers no.
 */
export async function verifyPassphrase(
  passphrase: string,
  hash: string | undefined,
  usual = HASHING,
): Promise<boolean> {
  const { salt, tag, cost } = hash === undefined ? { ...NOBODY, cost: usual } : parseHash(hash)
  const found = await deriveTag(passphrase, { salt, cost, length: tag.length })
  return timingSafeEqual(found, tag) && hash !== undefined
}

/** Whether `hash` was made at another cost than passphrases are hashed at now. */
export function isOutdated(hash: string, now = HASHING): boolean {
  const { memory, passes, parallelism } = parseHash(hash).cost
  return memory !== now.memory || passes !== now.passes || parallelism !== now.parallelism
}

interface Hash {
  readonly cost: HashingCost
  readonly salt: Buffer
  readonly tag: Buffer
}

const NOBODY = { salt: Buffer.alloc(SALT_BYTES), tag: Buffer.alloc(TAG_BYTES) }
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

function parseHash(hash: string): Hash {
  const [, memory, passes, parallelism, salt = '', tag = ''] = PHC.exec(hash) ?? []
  if (memory === undefined) throw new Error('A stored passphrase is not an Argon2id PHC string')
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

/** Composed and decomposed accents are the same passphrase, whatever the keyboard. */
function deriveTag(
  passphrase: string,
  { salt, cost, length }: { salt: Buffer; cost: HashingCost; length: number },
): Promise<Buffer> {
  const message = Buffer.from(passphrase.normalize('NFC'), 'utf8')
  return derive('argon2id', { message, nonce: salt, tagLength: length, ...cost })
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
