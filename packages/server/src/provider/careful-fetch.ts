import type { CustomFetch } from 'openid-client'

/** The provider cannot be asked, or does not answer as one does; nothing was decided. */
export class ProviderAway extends Error {}

/** Whom may be asked, and what ends when an answer has taken too long. */
interface Bounds {
  readonly hosts: ReadonlySet<string>
  readonly patience: () => AbortSignal
}

/** Metadata, keys and tokens are a few kilobytes. */
const MOST_BYTES = 256 * 1024

/**
 * A `fetch` that asks the hosts of the configuration alone, follows no redirect, and takes an answer of
 * bounded size within bounded time. Throws ProviderAway for all else.
 */
export function carefulFetch({ hosts, patience }: Bounds): CustomFetch {
  return async (address, { method, headers, body }) => {
    if (!hosts.has(new URL(address).host)) throw new ProviderAway('a host that is not configured')
    const signal = patience()
    try {
      const sent = { method, headers, body: body ?? null, redirect: 'error', signal } as const
      const { status, ...answer } = await readBounded(await fetch(address, sent))
      if (status < 500) return new Response(answer.body, { status, headers: answer.headers })
    } catch (error) {
      throw new ProviderAway('no answer', { cause: error })
    }
    throw new ProviderAway('a fault of its own')
  }
}

async function readBounded({ status, headers, body }: Response) {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of body ?? []) {
    bytes += piece.byteLength
    if (bytes > MOST_BYTES) throw new ProviderAway('too long an answer')
    pieces.push(piece)
  }
  return { status, headers, body: bytes === 0 ? null : Buffer.concat(pieces) }
}
