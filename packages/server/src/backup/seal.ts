import { Decrypter, Encrypter } from 'age-encryption'
import { pipeline } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import { Refusal } from '../refusal.ts'
import { fromStream, toStream } from './chunks.ts'

type Bytes = AsyncIterable<Uint8Array>

/** The fastest that still makes rows less than half as long; what is encrypted cannot be made shorter. */
const LEVEL = 1
const MAGIC = 'age-encryption.org/v1\n'

/** Compresses (gzip) and encrypts (age) to whoever holds a key of one of `recipients`. */
export async function* seal(
  plain: Bytes,
  recipients: readonly string[],
): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  const packed = pipeline(plain, createGzip({ level: LEVEL }), () => undefined)
  yield* fromStream(await encrypter.encrypt(toStream(packed)))
}

/**
 * What `seal` was given, opened with one of `identities`. Refuses what was not sealed for it, and what
 * was altered or cut off; nothing may be kept of what came before such a refusal.
 */
export async function* unseal(
  sealed: Bytes,
  identities: readonly string[],
): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  try {
    const packed = fromStream(await decrypter.decrypt(toStream(checkMagic(sealed))))
    yield* pipeline(packed, createGunzip(), () => undefined)
  } catch (error) {
    throw refusalOf(error)
  }
}

/** A file of another kind is not read whole to find that out. */
async function* checkMagic(sealed: Bytes): AsyncGenerator<Uint8Array> {
  let begin = ''
  for await (const chunk of sealed) {
    if (begin.length < MAGIC.length) {
      begin += Buffer.from(chunk).toString('latin1', 0, MAGIC.length - begin.length)
      if (!MAGIC.startsWith(begin)) throw new Refusal('refusal.restore.notBackup')
    }
    yield chunk
  }
}

/** Faults of the disk stay what they are; all others are of the file. */
function refusalOf(error: unknown): unknown {
  if (error instanceof Refusal) return error
  if (!(error instanceof Error) || 'syscall' in error) return error
  if (error.message.startsWith('no identity matched'))
    return new Refusal('refusal.restore.wrongKey')
  return new Refusal('refusal.restore.damaged')
}
