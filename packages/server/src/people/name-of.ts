import type { AccountId } from '@vigil/contract/schemas'

/** Whose account it is, as the contract says it, where a left join found one. */
export function nameOf(
  id: string | null,
  name: string | null,
): { id: AccountId; name: string } | null {
  return id === null || name === null ? null : { id: id as AccountId, name }
}
