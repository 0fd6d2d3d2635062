import { type Action, type Explanation, Role } from '@vigil/core/policy'
import { useSay } from '../../../i18n/use-say.ts'
import { useHeldWords } from './absent-names.ts'
import styles from './rights.module.css'
import { RuleName } from './rule-words.tsx'

interface ActProps {
  readonly action: Action
  readonly explanation: Explanation
}

/** Something that somebody may not do: the rule that forbids it, and the roles that may. */
export function Refused({ action, explanation: { findings } }: ActProps) {
  const say = useSay()
  const { listWords, lineOf } = useHeldWords()
  const forbidding = findings.filter(
    ({ rule, answer }) => rule.effect === 'forbid' && answer === 'holds',
  )
  const seats = findings.flatMap(({ answer, grants }) => (answer === 'seat' ? grants : []))
  const granting = findings.filter(({ rule }) => rule.effect === 'allow')
  const roles = Role.options.filter((role) =>
    granting.some(({ rule }) => rule.roles.includes(role)),
  )
  return (
    <li className={styles['act']}>
      <h3 className={styles['name']}>{say(`act.${action}`)}</h3>
      <p className={styles['words']}>
        {say('rights.needs', { roles: listWords(roles.map((role) => say(`role.${role}`))) })}
      </p>
      {seats.length > 0 && (
        <p className={styles['words']}>
          {say('rights.seat', { words: listWords([...new Set(seats.map(lineOf))]) })}
        </p>
      )}
      {forbidding.map(({ rule }) => (
        <p key={rule.name} className={styles['words']}>
          <RuleName rule={rule} /> {say('rights.forbiddenBy')}
        </p>
      ))}
    </li>
  )
}
