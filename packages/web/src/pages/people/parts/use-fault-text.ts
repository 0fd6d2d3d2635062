import { useSay } from '../../../i18n/use-say.ts'
import type { FieldFault } from '../person/give-form.ts'

/** What is wrong with roles that are to be given, in one sentence that says why. */
export function useFaultText(): (fault: FieldFault) => string {
  const say = useSay()
  return (fault) => {
    if (fault.fault !== 'excluded') return say(`give.fault.${fault.fault}`)
    const { one, other } = fault
    return say('give.fault.excluded', { one: say(`role.${one}`), other: say(`role.${other}`) })
  }
}
