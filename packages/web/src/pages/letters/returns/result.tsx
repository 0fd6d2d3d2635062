import type { LetterReturn } from '@vigil/contract/schemas'
import type { CheckRow, LetterCheck } from '@vigil/core/letters'
import { useState } from 'react'
import { CheckboxField } from '../../../components/checkbox-field.tsx'
import { Note } from '../../../components/note.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useFormats } from '../../documents/parts/use-formats.ts'
import { CheckRows } from '../parts/check-rows.tsx'
import type { Conclusions } from '../parts/clause-links.tsx'
import { nameFact } from '../parts/name-fact.ts'
import styles from './returns.module.css'

interface ResultProps {
  readonly entry: LetterReturn
  readonly lang: string
  readonly conclusions: Conclusions
}

const STATES = [
  'same',
  'changed',
  'missing',
  'added',
  'moved',
] as const satisfies readonly CheckRow['state'][]

/** What came back, sentence by sentence; only differences unless everything is asked for. */
export function Result({ entry, lang, conclusions }: ResultProps) {
  const say = useSay()
  const { formatTime } = useFormats()
  const [isWhole, setWhole] = useState(false)
  const { check, file, version, at } = entry
  const title = say(`returned.${entry.returned}`)
  return (
    <section className={styles['result']} aria-label={title}>
      <h2 className={styles['title']}>
        {title}: <bdi>{file.name}</bdi>
      </h2>
      <p className={styles['hint']}>{say('returns.compared', { version, time: formatTime(at) })}</p>
      {check.same && (
        <Note tone="verified" isLive>
          <p>{say('check.same')}</p>
        </Note>
      )}
      <ul className={styles['counts']}>
        {STATES.map((state) => (
          <li key={state} data-state={state}>
            <b>{check.counts[state]}</b> {say(`check.state.${state}`)}
          </li>
        ))}
      </ul>
      <Facts check={check} />
      <CheckboxField label={say('check.whole')} isSelected={isWhole} onChange={setWhole} />
      <CheckRows rows={check.rows} lang={lang} isWhole={isWhole} conclusions={conclusions} />
    </section>
  )
}

/** Blanks that were filled outside, with what stands there now, and blanks that are still there. */
function Facts({ check: { filled, unfilled } }: { check: LetterCheck }) {
  const say = useSay()
  if (filled.length + unfilled.length === 0) return null
  return (
    <Note tone={unfilled.length > 0 ? 'pending' : 'info'}>
      {filled.map(({ fact, text }) => (
        <p key={`${fact}/${text}`}>{say('check.filled', { fact: nameFact(fact, say), text })}</p>
      ))}
      {unfilled.length > 0 && (
        <p>
          {say('check.unfilled', {
            count: unfilled.length,
            facts: unfilled.map((fact) => nameFact(fact, say)).join('; '),
          })}
        </p>
      )}
    </Note>
  )
}
