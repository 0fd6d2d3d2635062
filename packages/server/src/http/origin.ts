import { isLoopback } from '../net/address.ts'
import { refuse } from './refuse.ts'
import type { AppContext, Services } from './services.ts'

/**
 * Refuses a write that a page of another site sent. Every browser of our time says where a request
 * comes from; what says nothing is refused too, so that a header left out gets nobody in.
 */
export function checkOrigin(c: AppContext, { tls }: Pick<Services, 'tls'>): void {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) {
    if (site !== 'same-origin') refuse('request.origin')
    return
  }
  const own = `${tls ? 'https' : 'http'}://${hostHeader(c)}`
  if (c.req.header('origin') !== own) refuse('request.origin')
}

/**
 * Refuses to answer a page of another site: what it may not read it need not fetch, and how long the
 * answer takes would tell it something. Following a link is no fetch of that page.
 */
export function checkReader(c: AppContext): void {
  const site = c.req.header('sec-fetch-site')
  const isForeign = site === 'cross-site' || site === 'same-site'
  if (isForeign && c.req.header('sec-fetch-mode') !== 'navigate') refuse('request.origin')
}

/**
 * Refuses a request for another name: a foreign site may have its own name point at this machine, and
 * its pages would then be of the same origin. Over https the certificate sees to that.
 */
export function checkHost(c: AppContext, { tls }: Pick<Services, 'tls'>): void {
  const name = hostHeader(c)
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
  if (!tls && !isLoopback(name.toLowerCase())) refuse('request.origin')
}

function hostHeader(c: AppContext): string {
  return c.req.header('host') ?? new URL(c.req.url).host
}
