import type { MiddlewareHandler } from 'hono'
import type { AppEnv, Services } from './services.ts'
import { VIOLATIONS_PATH } from './violations.ts'

/** The policy of data and downloads: they are no pages, whatever a browser takes them for. */
const NO_PAGE =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
} as const

const TWO_YEARS = 'max-age=63072000; includeSubDomains'

/** Puts the security headers on every answer; `no-store` and no page, unless the answer says else. */
export function securityHeaders({ tls }: Pick<Services, 'tls'>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(ALWAYS)) c.res.headers.set(name, value)
    if (tls) c.res.headers.set('strict-transport-security', TWO_YEARS)
    setUnlessSet(c.res.headers, 'content-security-policy', NO_PAGE)
    setUnlessSet(c.res.headers, 'cache-control', 'no-store')
  }
}

/** The policy of the application's page: its own files, and what carries the nonce of this answer. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types vigil',
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `report-uri ${VIOLATIONS_PATH}`,
  ].join('; ')
}

function setUnlessSet(headers: Headers, name: string, value: string): void {
  if (!headers.has(name)) headers.set(name, value)
}
