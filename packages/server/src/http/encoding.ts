import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** What is compressed while somebody waits is compressed quickly rather than tightly. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

export type Encoding = 'br' | 'gzip' | 'identity'
export type Bytes = Uint8Array<ArrayBuffer>

/** The tightest way of compressing that whoever asks says to take; nothing where they say nothing. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  const offers = (accepted ?? '')
    .split(',')
    .filter((offer) => !/;\s*q=0(\.0*)?\s*$/.test(offer))
    .map((offer) => offer.split(';')[0]?.trim().toLowerCase())
  return (['br', 'gzip'] as const).find((encoding) => offers.includes(encoding)) ?? 'identity'
}

/** Bytes as they travel. */
export async function compress(bytes: Bytes, encoding: Encoding): Promise<Bytes> {
  if (encoding === 'identity') return bytes
  const compressed =
    encoding === 'br' ? await promisify(brotliCompress)(bytes, QUICK) : await promisify(gzip)(bytes)
  return new Uint8Array(compressed)
}
