import { kindOf } from '@vigil/core/letters'
import type { Say } from '../../../i18n/use-say.ts'
import type { Ground } from './ground.ts'

/** What to call a letter: its kind and the paragraph that asks for it. */
export function titleOf(
  { envelope, rendition }: Pick<Ground, 'envelope' | 'rendition'>,
  say: Say,
): string {
  const label = rendition.paragraphList.find(({ eid }) => eid === envelope.eid)?.label
  const kind = say(`draftKind.${kindOf(envelope)}`)
  return say('draft.title', { kind, label: label ?? envelope.eid })
}
