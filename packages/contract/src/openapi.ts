import { OpenAPIHono } from '@hono/zod-openapi'
import { listRoutes } from './routes.ts'

/** The whole interface as an OpenAPI 3.1 document, as committed in `openapi.json`. */
export function openApiDocument(): object {
  const app = new OpenAPIHono()
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-vigil',
    description: 'Set by signing in',
  })
  for (const route of listRoutes()) app.openAPIRegistry.registerPath(route)
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Vigil',
      version: '0.1.0',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      description:
        'Every refusal is problem details (RFC 9457) with a code that never changes its meaning.',
    },
  })
}
