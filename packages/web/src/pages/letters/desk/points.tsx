import type { LetterChoices } from '@vigil/core/letters'
import { CheckboxField } from '../../../components/checkbox-field.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import type { MessagePoint } from '../parts/messages.ts'
import { isBelowLeftOut, withPoint } from './choices.ts'
import styles from './desk.module.css'
import type { Change } from './use-desk.ts'

const SHOWN = 90

interface PointsProps {
  readonly points: readonly MessagePoint[]
  readonly choices: LetterChoices
  readonly onChoices: Change<LetterChoices>
}

/** Which points go into the letter. "Also" and "Further" are set anew by themselves. */
export function Points({ points, choices, onChoices }: PointsProps) {
  const say = useSay()
  const { leftOut } = choices
  const isOut = (eid: string) => leftOut.includes(eid) || isBelowLeftOut(choices, eid)
  const kept = points.filter(({ eid }) => !isOut(eid)).length
  const shown = points.filter(({ eid }) => !isBelowLeftOut(choices, eid))
  return (
    <details className={styles['fold']}>
      <summary>{say('draft.points', { kept, all: points.length })}</summary>
      <p className={styles['hint']}>{say('draft.points.hint')}</p>
      <ul className={styles['points']}>
        {shown.map(({ eid, label, text, depth }) => (
          <li key={eid} data-depth={Math.min(depth, 2)}>
            <CheckboxField
              label={
                <>
                  <b>{label ?? eid}</b> {shorten(text)}
                </>
              }
              isSelected={!leftOut.includes(eid)}
              onChange={(isIn) => onChoices((now) => withPoint(now, eid, isIn))}
            />
          </li>
        ))}
      </ul>
    </details>
  )
}

function shorten(text: string): string {
  if (text.length <= SHOWN) return text
  return `${text.slice(0, text.lastIndexOf(' ', SHOWN))} …`
}
