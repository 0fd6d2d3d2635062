import type { Endpoint, EndpointName } from '@vigil/contract/endpoints'
import type { ProblemCode } from '@vigil/contract/problems'
import { decide } from '@vigil/core/policy'
import { getCookie } from 'hono/cookie'
import { findActor } from '../accounts/current-actor.ts'
import { auditedRead } from '../audit/audited-read.ts'
import { auditedWrite } from '../audit/audited-write.ts'
import { type AuditObject, type Circumstances, record } from '../audit/record.ts'
import { readDeviceTime } from '../clock/devices.ts'
import { checkClock } from '../clock/doubt.ts'
import { auditActionOf } from './audited-action.ts'
import type { Asked, Done, SignedInActor } from './handler.ts'
import { checkOrigin, checkReader } from './origin.ts'
import { refuse, RequestRefused } from './refuse.ts'
import { readParts } from './request-parts.ts'
import { toResponse } from './response.ts'
import type { AppContext, Services } from './services.ts'

/** A handler whatever its endpoint; that the two fit is checked where the handlers are put together. */
export type AnyHandler = (asked: Asked<Endpoint>) => Promise<unknown>

interface Mounted {
  readonly name: EndpointName
  readonly endpoint: Endpoint
  readonly handler: AnyHandler
  readonly services: Services
}

/** The story of every request: where it comes from, who asks, may they, what they ask, the answer. */
export async function answerRequest(c: AppContext, mounted: Mounted): Promise<Response> {
  const { name, endpoint, services } = mounted
  c.set('route', name)
  if (endpoint.method === 'get') checkReader(c)
  else checkOrigin(c, services)
  const at = services.clock.now()
  const actor = await findActor(c, { now: at, services })
  c.set('accountId', actor?.id ?? null)
  hearDevice(c, { actor, at, services })
  const circumstances = { at, actor, requestId: c.var.requestId }
  try {
    checkPolicy(endpoint, actor)
    return await handle(c, mounted, circumstances)
  } catch (error) {
    if (error instanceof RequestRefused && isRecorded(error, actor)) {
      const object = error.details.object ?? objectOf(c)
      const action = auditActionOf(name)
      await record(services.db, { ...circumstances, action, object, refusal: error.code })
    }
    throw error
  }
}

/** Each request of the web application says what time it is there. */
function hearDevice(
  c: AppContext,
  {
    actor,
    at,
    services: { devices },
  }: { actor: SignedInActor | null; at: Date; services: Services },
): void {
  const deviceMs = readDeviceTime(c.req.header('x-device-time'))
  if (actor && deviceMs !== undefined) devices.hear(actor, { deviceMs, at })
}

function checkPolicy({ action }: Endpoint, actor: SignedInActor | null): void {
  if (action === 'own') {
    if (!actor) refuse('access.signedOut')
    return
  }
  const decision = action === null ? { allow: true as const } : decide(actor, action)
  if (decision.allow) return
  refuse(decision.reason === 'signedOut' ? 'access.signedOut' : 'access.denied')
}

async function handle(
  c: AppContext,
  { name, endpoint, handler, services }: Mounted,
  circumstances: Circumstances & { readonly actor: SignedInActor | null },
): Promise<Response> {
  const headers = new Headers()
  const { db } = services
  const given = await handler({
    ...(await readParts(c, endpoint)),
    actor: circumstances.actor,
    now: circumstances.at,
    db,
    read: (purpose, work) => {
      return auditedRead(db, { ...circumstances, action: auditActionOf(name) })(purpose, work)
    },
    write: (work) => auditedWrite(db, { ...circumstances, action: auditActionOf(name) })(work),
    checkClock: (what) => checkClock(what, services),
    address: c.env?.incoming?.socket.remoteAddress ?? '',
    port: c.env?.incoming?.socket.localPort,
    userAgent: c.req.header('user-agent') ?? '',
    cookie: (called: string) => getCookie(c, called),
    headers,
  } as Asked<Endpoint>)
  const answer = endpoint.method === 'get' ? given : (given as Done<unknown>).answer
  return toResponse(endpoint, answer, headers)
}

/** Wrong ways in, each of which is slowed down. */
const WRONG_ENTRIES: readonly ProblemCode[] = [
  'session.wrong',
  'passkey.refused',
  'enrolment.wrong',
  'provider.wrong',
  'provider.refused',
]

/**
 * Refusals of somebody signed in are kept in the audit log, and wrong sign-ins and codes, which are slowed down.
 * Those of strangers stand in the access log alone, so that nobody can fill the database from outside.
 */
function isRecorded({ code }: RequestRefused, actor: SignedInActor | null): boolean {
  return WRONG_ENTRIES.includes(code) || (actor !== null && !code.startsWith('request.'))
}

function objectOf(c: AppContext): AuditObject | null {
  for (const type of [
    'document',
    'letter',
    'incident',
    'account',
    'invitation',
    'identity',
    'erasure',
  ] as const) {
    const id = c.req.param(`${type}Id`)
    if (id !== undefined && UUID.test(id)) return { type, id }
  }
  return null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
