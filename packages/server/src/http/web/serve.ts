import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Handler } from 'hono'
import { chooseEncoding } from '../encoding.ts'
import { refuse } from '../refuse.ts'
import { pagePolicy } from '../security-headers.ts'
import type { AppContext, AppEnv, Services } from '../services.ts'
import { loadFiles, type WebFile } from './files.ts'

const PAGE = '/index.html'
const NONCE_BYTES = 16
const NONCE_PLACE = '__CSP_NONCE__'
/** The build puts a hash of the content into these names. */
const HASHED = '/assets/'
/** The worker fetches the files it keeps; that is all it may do. */
const WORKER = '/sw.js'
const WORKER_POLICY = "default-src 'none'; connect-src 'self'"

/**
 * Serves the built web application from memory. Every address a browser goes to gets the page, which
 * finds out itself what to show; what is neither file nor visit is refused.
 */
export function serveWeb({ webRoot, isDemonstration }: WebServices): Handler<AppEnv> {
  const files = loadFiles(webRoot)
  const template = files.has(PAGE) ? readPage(join(webRoot, PAGE), isDemonstration) : null
  return async (c) => {
    const file = c.req.path === PAGE ? undefined : files.get(c.req.path)
    if (file) return answerFile(c, file)
    if (template === null || !(c.req.path === '/' || isVisit(c)))
      return refuse('request.unknownAddress')
    c.set('route', 'page')
    return answerPage(template)
  }
}

type WebServices = Pick<Services, 'webRoot' | 'isDemonstration'>

/** The page, which is told what only a demonstration shows: others do not even fetch it. */
function readPage(path: string, isDemonstration: boolean): string {
  const page = readFileSync(path, 'utf8')
  return isDemonstration ? page.replace('<html', '<html data-demonstration') : page
}

async function answerFile(c: AppContext, file: WebFile): Promise<Response> {
  c.set('route', 'file')
  const headers = new Headers({
    etag: file.etag,
    'cache-control': c.req.path.startsWith(HASHED)
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    vary: 'accept-encoding',
  })
  if (c.req.path === WORKER) headers.set('content-security-policy', WORKER_POLICY)
  if (c.req.header('if-none-match') === file.etag) {
    return new Response(null, { status: 304, headers })
  }
  const encoding = file.compressible ? chooseEncoding(c.req.header('accept-encoding')) : 'identity'
  if (encoding !== 'identity') headers.set('content-encoding', encoding)
  const body = await file.body(encoding)
  headers.set('content-type', file.mediaType)
  headers.set('content-length', String(body.byteLength))
  return new Response(body, { headers })
}

/** A person going to an address, not a script or picture asking for a file that is not there. */
function isVisit(c: AppContext): boolean {
  if (c.req.path.startsWith('/api/') || c.req.path.startsWith(HASHED)) return false
  const mode = c.req.header('sec-fetch-mode')
  const asksForPage = (c.req.header('accept') ?? '').includes('text/html')
  return asksForPage && (mode === undefined || mode === 'navigate')
}

/** The page carries a nonce that is good for this one answer, so it is fetched anew every time. */
function answerPage(template: string): Response {
  const nonce = randomBytes(NONCE_BYTES).toString('base64url')
  return new Response(template.replaceAll(NONCE_PLACE, nonce), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy(nonce),
      'cache-control': 'no-cache',
    },
  })
}
