import type { LoggedEntry } from '@vigil/contract/schemas'
import { useSay } from '../../i18n/use-say.ts'

/** Somebody's name; the id where the account is gone, and what acted where it was nobody. */
export function PersonName({ person }: { person: LoggedEntry['person'] }) {
  const say = useSay()
  if (person === null) return say('log.nobody')
  return <bdi>{person.name ?? person.id}</bdi>
}
