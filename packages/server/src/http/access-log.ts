import type { MiddlewareHandler } from 'hono'
import type { AppEnv, Services } from './services.ts'

/** One line a request, by name of endpoint: no address, since addresses hold words and names. */
export function accessLog({ logger }: Pick<Services, 'logger'>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const started = performance.now()
    await next()
    const { requestId, route, accountId } = c.var
    const ms = Math.round(performance.now() - started)
    const { method } = c.req
    logger.info({ requestId, method, route, status: c.res.status, ms, accountId }, 'request')
  }
}
