import type { Envelope } from '../documents/annotation.ts'
import { kindOf } from './draft.ts'
import type { Draft } from './model.ts'

/**
 * Whom a draft is for: the addressees of its message among the `envelopes` of the document. A public
 * statement is one text, so it is for all whom its messages speak to. Each code once; null where none
 * is known (un-documents.md 1.2).
 */
export function addresseesOf(
  { envelope, kind }: Pick<Draft, 'envelope' | 'kind'>,
  envelopes: readonly Envelope[],
): Envelope['addressees'] {
  const messages = envelopes.filter(
    (one) => one.eid === envelope || (kind === 'statement' && kindOf(one) === 'statement'),
  )
  const known = [...new Set(messages.flatMap(({ addressees }) => addressees ?? []))]
  return known.length === 0 ? null : known
}
