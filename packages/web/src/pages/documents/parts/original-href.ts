import { PAGE_ENDPOINTS } from '@vigil/contract/page-endpoints'
import type { Rendition } from '@vigil/contract/schemas'
import { addressOf } from '../../../api/call.ts'

/** Where the file of a rendition can be had, byte for byte. */
export function originalHref({
  documentId,
  language,
}: Pick<Rendition, 'documentId' | 'language'>): string {
  return addressOf(PAGE_ENDPOINTS.readOriginal, { params: { documentId, language } })
}
