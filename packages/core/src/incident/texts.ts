import type { Json } from '../log/canonical-json.ts'
import type { Deed } from './actions/action.ts'

/** Where ids of texts stand in actions and in values. */
const TEXT_KEYS = ['text', 'reason', 'refusedBy', 'asReported']

/** Ids of the free texts that a deed refers to; the texts themselves are stored apart. */
export function textsOf(deed: Deed): string[] {
  return deed.kind === 'redact' ? [deed.reason] : [...new Set(textsIn(deed))]
}

function textsIn(value: Json | undefined): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    TEXT_KEYS.includes(key) && typeof inner === 'string' ? [inner] : textsIn(inner),
  )
}
