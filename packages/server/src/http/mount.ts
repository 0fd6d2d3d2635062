import { ENDPOINTS, type Endpoint, type EndpointName } from '@vigil/contract/endpoints'
import { answerRequest, type AnyHandler } from './answer-request.ts'
import { auditActionOf } from './audited-action.ts'
import type { Handlers } from './handler.ts'
import { refuse } from './refuse.ts'
import type { App, Services } from './services.ts'

/**
 * Mounts a handler for every endpoint of the contract. Throws where an endpoint has no handler, a
 * handler no endpoint, or a write no name in the audit log.
 */
export function mountEndpoints(app: App, handlers: Handlers, services: Services): void {
  checkComplete(handlers)
  const methods = new Map<string, string[]>()
  for (const [key, endpoint] of Object.entries<Endpoint>(ENDPOINTS)) {
    const name = key as EndpointName
    if (endpoint.method !== 'get') auditActionOf(name)
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')
    const method = endpoint.method.toUpperCase()
    const handler = handlers[name] as unknown as AnyHandler
    app.on(method, path, (c) => answerRequest(c, { name, endpoint, handler, services }))
    methods.set(path, [...(methods.get(path) ?? []), method])
  }
  for (const [path, allowed] of methods) refuseOtherMethods(app, path, allowed)
}

function checkComplete(handlers: Handlers): void {
  const unmatched = [...Object.keys(ENDPOINTS), ...Object.keys(handlers)].filter(
    (name) => !(name in ENDPOINTS && name in handlers),
  )
  if (unmatched.length === 0) return
  throw new Error(`Endpoints and handlers do not match: ${unmatched.join(', ')}`)
}

function refuseOtherMethods(app: App, path: string, allowed: readonly string[]): void {
  app.all(path, () => refuse('request.method', { headers: { allow: allowed.join(', ') } }))
}
