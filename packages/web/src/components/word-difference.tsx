import { Fragment, type HTMLAttributes } from 'react'
import { useSay } from '../i18n/use-say.ts'
import { classNames } from './class-names.ts'
import styles from './word-difference.module.css'

type Change = 'deleted' | 'inserted' | 'filled'

/**
 * Words that stand in both texts, in the first alone (`deleted`), in the second alone (`inserted`), or
 * in the second where the first had a blank (`filled`).
 */
export interface WordRun {
  readonly text: string
  readonly change: 'same' | Change
}

/** Two texts as one: what was taken out is struck through, what was put in underlined, and both are said. */
export function WordDifference({ runs }: { runs: readonly WordRun[] }) {
  const say = useSay()
  return runs.map(({ text, change }, index) =>
    change === 'same' ? (
      <Fragment key={index}>{text}</Fragment>
    ) : (
      <Fragment key={index}>
        <span className={styles['said']}> {say(`difference.${change}`)} </span>
        <ChangedWords change={change}>{text}</ChangedWords>
        <span className={styles['said']}> {say('difference.end')} </span>
      </Fragment>
    ),
  )
}

interface ChangedWordsProps extends HTMLAttributes<HTMLModElement> {
  readonly change: Change
}

/** The mark alone, where what surrounds it says which text is which. */
export function ChangedWords({ change, className, children, ...rest }: ChangedWordsProps) {
  const Tag = change === 'deleted' ? 'del' : 'ins'
  return (
    <Tag {...rest} className={classNames(styles[change], className)}>
      {children}
    </Tag>
  )
}
