import { Hono } from 'hono'
import { accountHandlers } from './accounts/handlers.ts'
import { actionHandlers } from './actions/handlers.ts'
import { clauseHandlers } from './clauses/handlers.ts'
import { isDatabaseAway } from './db/away.ts'
import { demonstrationHandlers } from './demonstration/handlers.ts'
import { clockHandlers } from './clock/handlers.ts'
import { documentHandlers } from './documents/handlers.ts'
import { ownHandlers } from './factors/own-handlers.ts'
import { passkeyHandlers } from './factors/passkey-handlers.ts'
import { signInHandlers } from './factors/sign-in-handlers.ts'
import { accessLog } from './http/access-log.ts'
import { compression } from './http/compression.ts'
import type { Handlers } from './http/handler.ts'
import { healthHandlers } from './http/health.ts'
import { mountEndpoints } from './http/mount.ts'
import { checkHost } from './http/origin.ts'
import { answerProblem } from './http/problem.ts'
import { refuse, RequestRefused } from './http/refuse.ts'
import { securityHeaders } from './http/security-headers.ts'
import type { App, AppContext, AppEnv, Services } from './http/services.ts'
import { takeViolations } from './http/violations.ts'
import { serveWeb } from './http/web/serve.ts'
import { glassHandlers } from './glass/handlers.ts'
import { erasureHandlers } from './identities/erasure-handlers.ts'
import { identityHandlers } from './identities/handlers.ts'
import { incidentHandlers } from './incidents/handlers.ts'
import { logHandlers } from './log/reading/handlers.ts'
import { KeysAway } from './keys/client.ts'
import { keyHandlers } from './keys/handlers.ts'
import { endingHandlers } from './leaving/ending-handlers.ts'
import { leavingHandlers } from './leaving/handlers.ts'
import { letterHandlers } from './letters/drafts/handlers.ts'
import { peopleHandlers } from './people/handlers.ts'
import { linkHandlers } from './provider/link-handlers.ts'
import { providerHandlers } from './provider/sign-in-handlers.ts'
import { recordHandlers } from './records/handlers.ts'
import { recoveryHandlers } from './recovery/handlers.ts'
import { taskForceHandlers } from './task-force/handlers.ts'
import { uuidV7 } from './uuid.ts'
import { verificationHandlers } from './verification/handlers.ts'

/** The whole application, as a function from requests to answers. */
export function createApp(services: Services): App {
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    const requestId = uuidV7(services.clock.now())
    c.set('requestId', requestId)
    c.set('route', 'none')
    c.set('accountId', null)
    await next()
    c.res.headers.set('x-request-id', requestId)
  })
  app.use(accessLog(services), securityHeaders(services), compression())
  app.use(async (c, next) => {
    if (services.stopping.aborted) refuse('server.stopping')
    checkHost(c, services)
    await next()
  })
  mountEndpoints(app, handlersOf(services), services)
  takeViolations(app, services)
  app.get('*', serveWeb(services))
  app.notFound((c) => answerProblem(c, new RequestRefused('request.unknownAddress', {})))
  app.onError((error, c) => answerError(services, error, c))
  return app
}

/** Who answers which endpoint. */
function handlersOf(services: Services): Handlers {
  return {
    ...healthHandlers(services),
    ...accountHandlers(services),
    ...signInHandlers(services),
    ...passkeyHandlers(services),
    ...ownHandlers(services),
    ...providerHandlers(services),
    ...linkHandlers(services),
    ...documentHandlers,
    ...clauseHandlers,
    ...actionHandlers,
    ...letterHandlers,
    ...incidentHandlers,
    ...recordHandlers(services),
    ...verificationHandlers(services),
    ...peopleHandlers(services),
    ...recoveryHandlers(services),
    ...leavingHandlers,
    ...endingHandlers,
    ...taskForceHandlers,
    ...logHandlers,
    ...glassHandlers(services),
    ...identityHandlers(services),
    ...erasureHandlers,
    ...keyHandlers(services),
    ...clockHandlers(services),
    ...demonstrationHandlers(services),
  }
}

/** The last resort: whatever went wrong, the answer says so without a word about the inside. */
function answerError({ logger }: Services, error: Error, c: AppContext): Response {
  if (error instanceof RequestRefused) return answerProblem(c, error)
  const { requestId, route } = c.var
  if (isDatabaseAway(error)) {
    logger.warn({ requestId, route }, 'the database does not answer')
    return answerProblem(c, new RequestRefused('server.databaseAway', { retryAfter: 5 }))
  }
  if (error instanceof KeysAway) {
    logger.warn({ requestId, route }, 'the key service does not answer')
    return answerProblem(c, new RequestRefused('keys.away', { retryAfter: 5 }))
  }
  logger.error({ requestId, route, err: error }, 'failed')
  return answerProblem(c, new RequestRefused('server.failed', {}))
}
