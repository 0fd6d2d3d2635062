import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { type Bytes, compress, type Encoding } from '../encoding.ts'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}
/** Pictures and fonts are compressed already. */
const COMPRESSIBLE = /\.(css|html|ico|js|json|svg|txt|webmanifest)$/

/** A file of the built web application. */
export interface WebFile {
  readonly mediaType: string
  readonly etag: string
  readonly compressible: boolean
  /** Its bytes as they travel; compressed once, when first asked for. */
  body(encoding: Encoding): Promise<Bytes>
}

/** Reads the files below `root` into memory, by their address. Nothing where there is no such folder. */
export function loadFiles(root: string): ReadonlyMap<string, WebFile> {
  const entries = existsSync(root)
    ? readdirSync(root, { recursive: true, withFileTypes: true })
    : []
  const paths = entries
    .filter((entry) => entry.isFile() && extname(entry.name) in MEDIA_TYPES)
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    paths.map((path) => [path.slice(root.length).replaceAll('\\', '/'), loadFile(path)]),
  )
}

function loadFile(path: string): WebFile {
  const bytes = new Uint8Array(readFileSync(path))
  const bodies = new Map<Encoding, Promise<Bytes>>()
  return {
    mediaType: MEDIA_TYPES[extname(path)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    compressible: COMPRESSIBLE.test(path),
    body(encoding) {
      const body = bodies.get(encoding) ?? encode(path, { bytes, encoding })
      bodies.set(encoding, body)
      return body
    },
  }
}

interface ToEncode {
  readonly bytes: Bytes
  readonly encoding: Encoding
}

async function encode(path: string, { bytes, encoding }: ToEncode): Promise<Bytes> {
  if (encoding === 'identity') return bytes
  const ready = `${path}.${encoding === 'br' ? 'br' : 'gz'}`
  return existsSync(ready) ? new Uint8Array(readFileSync(ready)) : compress(bytes, encoding)
}
