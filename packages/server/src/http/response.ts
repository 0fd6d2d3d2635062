import type { Endpoint } from '@vigil/contract/endpoints'
import type { FileAnswer } from '../files.ts'

/** Makes the answer of an endpoint. What the contract does not name never leaves the server. */
export function toResponse(endpoint: Endpoint, given: unknown, headers: Headers): Response {
  const { status, answer } = endpoint
  if (answer === null) return new Response(null, { status, headers })
  if (answer === 'bytes') return toDownload(given as FileAnswer, headers)
  headers.set('content-type', 'application/json')
  return new Response(JSON.stringify(answer.parse(given)), { status, headers })
}

/** A file from outside is saved, never shown by the browser as a page of ours. */
function toDownload(file: FileAnswer, headers: Headers): Response {
  const { name, mediaType } = file
  headers.set('content-type', mediaType)
  headers.set(
    'content-disposition',
    `attachment; filename="${plain(name)}"; filename*=UTF-8''${encodeName(name)}`,
  )
  if ('stream' in file) return new Response(file.stream, { headers })
  headers.set('content-length', String(file.bytes.byteLength))
  return new Response(new Uint8Array(file.bytes), { headers })
}

function plain(name: string): string {
  return name.replaceAll(/[^\w.-]/g, '_')
}

/** RFC 8187: what `encodeURIComponent` leaves and a header field does not allow is escaped as well. */
function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
