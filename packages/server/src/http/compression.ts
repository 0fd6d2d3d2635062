import type { MiddlewareHandler } from 'hono'
import { chooseEncoding, compress } from './encoding.ts'
import type { AppEnv } from './services.ts'

/** Below this many bytes compressing gains nothing. */
const LEAST_BYTES = 1024
const COMPRESSED = /^(?:application\/(?:problem\+)?json|text\/html)\b/

/**
 * Compresses data, refusals and the page for whoever takes that. Files of the application choose for
 * themselves (they have an ETag), and what is downloaded travels as it came in.
 *
 * The length of a compressed answer tells something about its content to whoever can have words of
 * his own put beside it (BREACH). Nothing is to be had here in that way: no secret stands in a body
 * (the session lies in a cookie out of scripts' reach, forgeries are told by their origin and not by
 * a token, the page's nonce is new in every answer), and the cookie is SameSite, so that no other site
 * can ask in somebody's name again and again.
 */
export function compression(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next()
    const { status, headers } = c.res
    if (!COMPRESSED.test(headers.get('content-type') ?? '') || isFile(headers)) return
    headers.append('vary', 'accept-encoding')
    const encoding = chooseEncoding(c.req.header('accept-encoding'))
    if (encoding === 'identity') return
    const bytes = new Uint8Array(await c.res.arrayBuffer())
    const isWorthIt = bytes.byteLength >= LEAST_BYTES
    if (isWorthIt) headers.set('content-encoding', encoding)
    const body = isWorthIt ? await compress(bytes, encoding) : bytes
    headers.set('content-length', String(body.byteLength))
    // Headers are handed on by themselves: what a server makes of a response may not know of changes.
    c.res = new Response(body, { status, headers: new Headers(headers) })
  }
}

function isFile(headers: Headers): boolean {
  return headers.has('etag') || headers.has('content-disposition')
}
