import type { Repair } from '@vigil/core/documents'
import { memo } from 'react'
import { useSay } from '../../../i18n/use-say.ts'
import { ChangedWords } from '../../../components/word-difference.tsx'
import { VisuallyHidden } from '../../../components/visually-hidden.tsx'
import { classNames } from '../../../components/class-names.ts'
import type { Stretch } from '../view/stretches.ts'
import type { SynopsisRow } from './synopsis.ts'
import styles from './synopsis-view.module.css'

interface SynopsisProps {
  readonly rows: readonly SynopsisRow[]
  readonly repairs: readonly Repair[]
  readonly lang: string
  /** Index of the repair looked at, or null. */
  readonly current: number | null
}

/** The source on the left and what is read from it on the right, paragraph by paragraph. */
export function SynopsisView({ rows, repairs, lang, current }: SynopsisProps) {
  const say = useSay()
  return (
    <div className={styles['synopsis']}>
      <div className={styles['head']} aria-hidden="true">
        <span>{say('compare.source')}</span>
        <span>{say('compare.reading')}</span>
      </div>
      {rows.map((row, index) => (
        <Row
          key={row.paragraph?.eid ?? `before-${index}`}
          row={row}
          repairs={repairs}
          lang={lang}
          current={current !== null && touches(row, current) ? current : null}
        />
      ))}
    </div>
  )
}

function touches(row: SynopsisRow, repair: number): boolean {
  const isRepair = ({ mark }: Stretch) => mark === repair
  return row.text.some(isRepair) || row.source.some((line) => line.some(isRepair))
}

interface RowProps extends Omit<SynopsisProps, 'rows'> {
  readonly row: SynopsisRow
}

const Row = memo(function Row({ row, ...shared }: RowProps) {
  const say = useSay()
  const { paragraph, source, text } = row
  return (
    <section className={styles['row']} aria-label={paragraph?.label ?? undefined}>
      <div className={styles['source']} lang={shared.lang} dir="auto">
        <VisuallyHidden>{say('compare.source')}</VisuallyHidden>
        {source.map((line, index) => (
          <span
            key={index}
            className={classNames(styles['line'], isBlank(line) && styles['blank'])}
          >
            <Line stretches={line} side="from" {...shared} />
          </span>
        ))}
      </div>
      <div
        className={classNames(styles['reading'], paragraph && styles[paragraph.kind])}
        lang={shared.lang}
        dir="auto"
      >
        <VisuallyHidden>{say('compare.reading')}</VisuallyHidden>
        {paragraph ? (
          <>
            <span className={styles['marker']}>{paragraph.marker}</span>
            <p>
              <Line stretches={text} side="to" {...shared} />
            </p>
          </>
        ) : (
          <p className={styles['nothing']}>{say('compare.nothingRead')}</p>
        )}
      </div>
    </section>
  )
})

function isBlank(line: readonly Stretch[]): boolean {
  return line.every(({ text, mark }) => text.trim() === '' && mark === null)
}

interface LineProps extends Omit<RowProps, 'row' | 'lang'> {
  readonly stretches: readonly Stretch[]
  readonly side: 'from' | 'to'
}

function Line({ stretches, side, repairs, current }: LineProps) {
  const say = useSay()
  return withoutRepeatedGaps(stretches, current).map(({ text, mark }, index) => {
    const repair = mark === null ? undefined : repairs[mark]
    if (mark === null || !repair) return text
    return (
      <ChangedWords
        key={index}
        change={side === 'from' ? 'deleted' : 'inserted'}
        data-repair={mark}
        title={say('compare.mark', { number: mark + 1, rule: say(`rule.${repair.rule}`) })}
        className={classNames(
          styles['mark'],
          text.trim() === '' && styles['empty'],
          mark === current && styles['current'],
        )}
      >
        {text}
      </ChangedWords>
    )
  })
}

/** Of places that follow each other and show nothing, one is drawn: that of the current repair, else the first. */
function withoutRepeatedGaps(stretches: readonly Stretch[], current: number | null): Stretch[] {
  const kept: Stretch[] = []
  for (const stretch of stretches) {
    const isGap = stretch.text === ''
    if (isGap && kept.at(-1)?.text === '') {
      if (stretch.mark === current) kept[kept.length - 1] = stretch
    } else kept.push(stretch)
  }
  return kept
}
