import type { Action, Explanation } from '@vigil/core/policy'
import { useSay } from '../../../i18n/use-say.ts'
import { useGrantWords } from '../parts/use-grant-words.ts'
import styles from './rights.module.css'
import { RuleWords } from './rule-words.tsx'

interface ActProps {
  readonly action: Action
  readonly explanation: Explanation
}

/** Something that somebody may do: by which rules and roles, how far, and what it asks besides. */
export function Allowed({ action, explanation }: ActProps) {
  const say = useSay()
  const { listWords } = useGrantWords()
  const { decision, findings } = explanation
  const granting = findings.filter(
    ({ rule, answer }) => rule.effect === 'allow' && answer === 'holds',
  )
  const excepting = findings.filter(
    ({ rule, answer }) => rule.effect === 'forbid' && answer === 'record',
  )
  const besides = decision.allow ? decision.obligations : []
  return (
    <li className={styles['act']}>
      <h3 className={styles['name']}>{say(`act.${action}`)}</h3>
      {granting.map(({ rule, grants }) => (
        <RuleWords key={rule.name} rule={rule} grants={grants} />
      ))}
      {excepting.map(({ rule }) => (
        <div key={rule.name} className={styles['rule']}>
          {say('rights.forbidden')} <RuleWords rule={rule} grants={[]} />
        </div>
      ))}
      {besides.length > 0 && (
        <p className={styles['words']}>
          {say('rights.besides', {
            words: listWords(besides.map((one) => say(`obligation.${one}`))),
          })}
        </p>
      )}
    </li>
  )
}
