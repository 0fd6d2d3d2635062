import type { Endpoint } from '@vigil/contract/endpoints'
import { readJson, readUpload } from './body.ts'
import { parseFields } from './fields.ts'
import { languageOf } from './language.ts'
import type { AppContext } from './services.ts'

type Parts = { readonly [Part in 'params' | 'query' | 'body' | 'upload' | 'file']: unknown }

/** Reads what the endpoint takes, by its schemas; what it does not name is not read at all. */
export async function readParts(c: AppContext, endpoint: Endpoint): Promise<Parts> {
  const language = languageOf(c)
  const { params, query, body, upload } = endpoint
  const read = {
    params: params && parseFields(params, c.req.param(), language),
    query:
      query && parseFields(query, Object.fromEntries(new URL(c.req.url).searchParams), language),
    body:
      body && parseFields(body, await readJson(c.req.raw, { limit: endpoint.bodyBytes }), language),
  }
  if (!upload) return { ...read, upload: undefined, file: undefined }
  const { file, fields } = await readUpload(c.req.raw)
  return { ...read, upload: parseFields(upload, fields, language), file }
}
