import type { Say } from '../../../i18n/use-say.ts'
import type { ClauseItem } from './items.ts'

/** What to call a clause: `6 (g).2`; where nobody numbers the paragraph, the number alone. */
export function nameClause({ label, number, isView }: ClauseItem, say: Say): string {
  const paragraph = label ?? ''
  return say(isView ? 'clause.name.view' : 'clause.name', { paragraph, number })
}
