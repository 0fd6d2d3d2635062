import type { CheckRow } from '@vigil/core/letters'
import { Tag } from '../../../components/tag.tsx'
import { WordDifference } from '../../../components/word-difference.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import styles from './check-rows.module.css'
import { ClauseLinks, type Conclusions } from './clause-links.tsx'
import { toWordRuns } from './word-runs.ts'

interface CheckRowsProps {
  readonly rows: readonly CheckRow[]
  readonly lang: string
  /** Every row, also those in which nothing differs. */
  readonly isWhole?: boolean
  /** Where given, each row leads to its clauses. */
  readonly conclusions?: Conclusions | undefined
}

const LOOKS = {
  same: { tone: 'neutral', icon: 'check' },
  changed: { tone: 'pending', icon: 'pen-line' },
  missing: { tone: 'overdue', icon: 'minus' },
  added: { tone: 'accent', icon: 'plus' },
  moved: { tone: 'late', icon: 'chevron-right' },
} as const satisfies Record<CheckRow['state'], object>

/** A comparison sentence by sentence: what it is, its words with the differences, its clauses. */
export function CheckRows({ rows, lang, isWhole = false, conclusions }: CheckRowsProps) {
  const say = useSay()
  const shown = isWhole ? rows : rows.filter((row) => differs(row))
  if (shown.length === 0) return <p className={styles['none']}>{say('check.none')}</p>
  return (
    <ol className={styles['rows']}>
      {shown.map((row, index) => (
        <li key={index} className={styles['row']} data-state={row.state}>
          <div className={styles['head']}>
            <State row={row} />
            {conclusions && (
              <ClauseLinks source={row.source} clauses={row.clauses} conclusions={conclusions} />
            )}
          </div>
          <p className={styles['words']} lang={lang}>
            {row.marker !== null && `${row.marker} `}
            <WordDifference runs={toWordRuns(row.words)} />
          </p>
        </li>
      ))}
    </ol>
  )
}

/** A row with nothing but a filled blank is the same, and yet something to see. */
function differs({ state, words }: CheckRow): boolean {
  return state !== 'same' || words.some(({ change }) => change === 'filled')
}

function State({ row }: { row: CheckRow }) {
  const say = useSay()
  const { state, moved, words } = row
  const isFilled = words.some(({ change }) => change === 'filled')
  return (
    <>
      <Tag {...LOOKS[state]}>{say(`check.state.${state}`)}</Tag>
      {moved && state !== 'moved' && <Tag {...LOOKS.moved}>{say('check.state.moved')}</Tag>}
      {isFilled && (
        <Tag tone="verified" icon="check">
          {say('check.state.filled')}
        </Tag>
      )}
    </>
  )
}
