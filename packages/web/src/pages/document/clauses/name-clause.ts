import type { Say } from '../../../i18n/use-say.ts'
import type { ClauseItem } from './items.ts'

type ClauseName = Pick<ClauseItem, 'label' | 'text' | 'number' | 'isView'>

/** What to call a clause: `6 (g).2`; where nobody numbers the paragraph, `text 3.2`, or `48, text 4.1`. */
export function nameClause({ label, text, number, isView }: ClauseName, say: Say): string {
  const paragraph = text === null ? (label ?? '') : nameText({ label, text }, say)
  return say(isView ? 'clause.name.view' : 'clause.name', { paragraph, number })
}

function nameText({ label, text }: { label: string | null; text: number }, say: Say): string {
  return label === null
    ? say('clause.name.text', { text })
    : say('clause.name.textWithin', { label, text })
}
