import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { ENDPOINTS, type Endpoint } from './endpoints.ts'
import { PROBLEMS, type ProblemCode } from './problems.ts'
import { Problem } from './schemas/problem.ts'

type Responses = Parameters<typeof createRoute>[0]['responses']
type Route = ReturnType<typeof createRoute>

/** The routes of the interface, in the order of the table of endpoints. */
export function listRoutes(): Route[] {
  return Object.entries<Endpoint>(ENDPOINTS).map(([name, endpoint]) =>
    describeRoute(name, endpoint),
  )
}

/** The problems an endpoint may answer with, its own before those that many share. */
export function problemsOf(endpoint: Endpoint): ProblemCode[] {
  const { action, params, query, body, upload, method } = endpoint
  return [
    ...endpoint.problems,
    ...((params ?? query ?? body ?? upload) ? (['request.invalid'] as const) : []),
    ...(body ? (['request.tooLarge'] as const) : []),
    ...(method === 'get' ? [] : (['request.origin'] as const)),
    ...(action ? (['access.signedOut'] as const) : []),
    ...(action && action !== 'own' ? (['access.denied'] as const) : []),
    'server.failed',
    'server.stopping',
    'server.databaseAway',
  ]
}

function describeRoute(name: string, endpoint: Endpoint): Route {
  const { method, path, summary, action } = endpoint
  return createRoute({
    method,
    path,
    operationId: name,
    summary,
    ...(action ? { security: [{ session: [] }], 'x-action': action } : { security: [] }),
    request: describeRequest(endpoint),
    responses: { ...describeAnswer(endpoint), ...describeProblems(endpoint) },
  })
}

function describeRequest({ params, query, body, upload }: Endpoint): NonNullable<Route['request']> {
  const content = body
    ? { 'application/json': { schema: body } }
    : upload && { 'multipart/form-data': { schema: upload.extend({ file: binary() }) } }
  return {
    ...(params && { params }),
    ...(query && { query }),
    ...(content && { body: { required: true, content } }),
  }
}

function describeAnswer({ status, answer }: Endpoint): Responses {
  if (answer === null) return { [status]: { description: 'Done' } }
  const content =
    answer === 'bytes'
      ? { 'application/octet-stream': { schema: binary() } }
      : { 'application/json': { schema: answer } }
  return { [status]: { description: 'Done', content } }
}

/** One response a status, its description naming every problem code that has the status. */
function describeProblems(endpoint: Endpoint): Responses {
  const byStatus = Map.groupBy(problemsOf(endpoint), (code) => PROBLEMS[code])
  const responses = [...byStatus].map(([status, codes]) => [
    status,
    {
      description: codes.join(', '),
      content: { 'application/problem+json': { schema: Problem } },
    },
  ])
  return Object.fromEntries(responses) as Responses
}

function binary(): z.ZodType {
  return z.string().meta({ format: 'binary' })
}
