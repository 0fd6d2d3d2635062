import { MAX_FILE_BYTES } from '@vigil/contract/schemas'
import type { UploadedFile } from '../files.ts'
import { isTooDeep } from './json-depth.ts'
import { refuse } from './refuse.ts'

/** Most bytes of a JSON body, unless its endpoint takes more. */
const JSON_BYTES = 64 * 1024
/** What the other fields and the boundaries of an upload may add to the file. */
const UPLOAD_EXTRA_BYTES = 64 * 1024

/**
 * Reads a JSON body. Refuses other content, more than `limit` bytes, what is not JSON, and more levels
 * than any body needs.
 */
export async function readJson(
  request: Request,
  { type = 'application/json', limit = JSON_BYTES } = {},
): Promise<unknown> {
  if (!hasType(request, type)) refuse('request.invalid')
  const bytes = await readAtMost(request, limit, 'request.tooLarge')
  if (isTooDeep(bytes)) refuse('request.invalid')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse('request.invalid')
  }
}

export interface Upload {
  readonly file: UploadedFile
  readonly fields: Record<string, string>
}

/** Reads a multipart body with exactly one file, under the name `file`; stops reading above 50 MB. */
export async function readUpload(request: Request): Promise<Upload> {
  if (!hasType(request, 'multipart/form-data')) refuse('request.invalid')
  const bytes = await readAtMost(request, MAX_FILE_BYTES + UPLOAD_EXTRA_BYTES, 'file.tooLarge')
  const form = await parseForm(request, bytes)
  const files = form.getAll('file')
  const [file] = files
  if (!(file instanceof File) || files.length > 1) refuse('request.invalid')
  if (file.size > MAX_FILE_BYTES) refuse('file.tooLarge')
  const fields: Record<string, string> = Object.create(null)
  for (const [name, value] of form) if (typeof value === 'string') fields[name] = value
  return { file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, fields }
}

async function parseForm(request: Request, bytes: Uint8Array<ArrayBuffer>): Promise<FormData> {
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  try {
    return await new Response(bytes, { headers }).formData()
  } catch {
    return refuse('request.invalid')
  }
}

function hasType(request: Request, type: string): boolean {
  const [found = ''] = (request.headers.get('content-type') ?? '').split(';')
  return found.trim().toLowerCase() === type
}

type TooLarge = 'request.tooLarge' | 'file.tooLarge'

/** Refuses by the declared length before a byte is read, and by the bytes themselves while they come. */
async function readAtMost(
  request: Request,
  limit: number,
  code: TooLarge,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) refuse(code)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > limit) refuse(code)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks, length))
}
