import type { PersonStanding } from '@vigil/contract/schemas'
import type { ActingGrant } from '@vigil/core/policy'
import { createContext, use } from 'react'
import { useSay } from '../../../i18n/use-say.ts'
import { useGrantWords } from '../parts/use-grant-words.ts'

/** Of whom the grants are that somebody holds in another's place. */
export const AbsentNames = createContext<PersonStanding['absent']>([])

/** Grants as people say them, with the name of whose they are where somebody acts for another. */
export function useHeldWords() {
  const say = useSay()
  const absent = use(AbsentNames)
  const words = useGrantWords()
  const lineOf = (grant: ActingGrant): string => {
    const line = words.lineOf(grant)
    const name = absent.find(({ id }) => id === grant.for)?.name
    return name === undefined ? line : say('grant.actingFor', { line, name })
  }
  return { ...words, lineOf }
}
