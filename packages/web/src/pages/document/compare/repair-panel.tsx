import type { Repair, RepairRule } from '@vigil/core/documents'
import { useMemo, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { WordDifference } from '../../../components/word-difference.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { classNames } from '../../../components/class-names.ts'
import { groupByRule, quoteRepair, type QuotedRepair, type RuleGroup } from './repair-list.ts'
import styles from './repair-panel.module.css'

interface PanelProps {
  readonly extracted: string
  readonly repairs: readonly Repair[]
  readonly rule: RepairRule | undefined
  readonly current: number | null
  readonly onRule: (rule: RepairRule | undefined) => void
  readonly onChoose: (repair: number) => void
}

/** Every repair of the text by rule; choosing one moves both sides of the synopsis to it. */
export function RepairPanel(props: PanelProps) {
  const say = useSay()
  const groups = useMemo(() => groupByRule(props.repairs), [props.repairs])
  return (
    <section className={styles['panel']} aria-labelledby="repairs-title">
      <header className={styles['head']}>
        <h2 id="repairs-title">{say('compare.repairs')}</h2>
        <span>{say('compare.rule.count', { count: props.repairs.length })}</span>
      </header>
      {groups.length === 0 && <p className={styles['none']}>{say('compare.repairs.none')}</p>}
      <ul>
        {groups.map((group) => (
          <li key={group.rule} className={styles['group']}>
            <Group group={group} {...props} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Group({ group, ...props }: PanelProps & { group: RuleGroup }) {
  const say = useSay()
  const isOpen = props.rule === group.rule
  return (
    <>
      <button
        type="button"
        className={styles['rule']}
        aria-expanded={isOpen}
        onClick={() => props.onRule(isOpen ? undefined : group.rule)}
      >
        <span>{say(`rule.${group.rule}`)}</span>
        <span className={styles['count']}>
          {say('compare.rule.count', { count: group.repairs.length })}
        </span>
      </button>
      {isOpen && <Quotes group={group} {...props} />}
    </>
  )
}

const AT_FIRST = 40

function Quotes({
  group,
  extracted,
  repairs,
  current,
  onChoose,
}: PanelProps & { group: RuleGroup }) {
  const say = useSay()
  const [shown, setShown] = useState(AT_FIRST)
  const rest = group.repairs.length - shown
  return (
    <ol className={styles['quotes']}>
      {group.repairs.slice(0, shown).map((index) => {
        const quote = quoteRepair(extracted, repairs, index)
        return (
          quote && (
            <li key={index}>
              <Quote quote={quote} isCurrent={index === current} onChoose={onChoose} />
            </li>
          )
        )
      })}
      {rest > 0 && (
        <li>
          <Button kind="quiet" size="s" onPress={() => setShown(shown + 4 * AT_FIRST)}>
            {say('compare.more', { count: Math.min(rest, 4 * AT_FIRST) })}
          </Button>
        </li>
      )}
    </ol>
  )
}

interface QuoteProps {
  readonly quote: QuotedRepair
  readonly isCurrent: boolean
  readonly onChoose: (repair: number) => void
}

function Quote({ quote, isCurrent, onChoose }: QuoteProps) {
  const { index, before, from, to, after } = quote
  return (
    <button
      type="button"
      className={classNames(styles['quote'], isCurrent && styles['current'])}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={() => onChoose(index)}
    >
      <bdi>
        <WordDifference
          runs={[
            { text: before, change: 'same' },
            ...(from === '' ? [] : [{ text: from, change: 'deleted' } as const]),
            ...(to === '' ? [] : [{ text: to, change: 'inserted' } as const]),
            { text: after, change: 'same' },
          ]}
        />
      </bdi>
    </button>
  )
}
