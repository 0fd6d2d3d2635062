import type { ActingGrant, Rule } from '@vigil/core/policy'
import { useSay } from '../../../i18n/use-say.ts'
import { useGrantWords } from '../parts/use-grant-words.ts'
import { useHeldWords } from './absent-names.ts'
import styles from './rights.module.css'

/** The name of a rule, as it stands in the policy: English wherever it is read. */
export function RuleName({ rule }: { rule: Rule }) {
  return <q lang="en">{rule.name}</q>
}

interface RuleWordsProps {
  readonly rule: Rule
  readonly grants: readonly ActingGrant[]
}

/** A rule by name, how far it reaches, and by which roles. */
export function RuleWords({ rule, grants }: RuleWordsProps) {
  const say = useSay()
  const { listWords, lineOf } = useHeldWords()
  const { reachOf } = useRuleWords()
  return (
    <div className={styles['rule']}>
      <RuleName rule={rule} />
      <div className={styles['words']}>
        {say('rights.reach', { words: reachOf(rule) })}
        {grants.length > 0 && (
          <>
            <br />
            {say('rights.byGrant', { words: listWords(grants.map(lineOf)) })}
          </>
        )}
      </div>
    </div>
  )
}

/** The conditions of rules in words, from the same data that decides. */
function useRuleWords() {
  const say = useSay()
  const { listWords } = useGrantWords()
  const reachOf = ({ relation, classes, states, purposes, hides, spares }: Rule): string =>
    [
      say(`relation.${relation}`),
      classes && say('rights.classes', { classes: classes.join(', ') }),
      states &&
        say('rights.states', { states: listWords(states.map((state) => say(`state.${state}`))) }),
      purposes &&
        say('rights.purposes', {
          purposes: listWords(purposes.map((purpose) => say(`purpose.${purpose}`))),
        }),
      hides &&
        say('rights.hides', {
          fields: listWords(hides.map((field) => say(`incidentField.${field}`))),
        }),
      spares && say('rights.spares'),
    ]
      .filter((part) => part !== undefined)
      .join('; ')
  return { reachOf }
}
