import type { ReactNode } from 'react'
import styles from './entries.module.css'

/** Things that somebody has, one under the other. */
export function Entries({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles['entries']} aria-label={label}>
      {children}
    </ul>
  )
}

interface EntryProps {
  readonly name: ReactNode
  /** What is known of it, in small letters. */
  readonly facts: readonly string[]
  /** Beside the name. */
  readonly tag?: ReactNode
  readonly actions?: ReactNode
}

/** One thing, what is known of it, and what can be done with it. */
export function Entry({ name, facts, tag, actions }: EntryProps) {
  return (
    <li className={styles['entry']}>
      <div className={styles['words']}>
        <div className={styles['name']}>
          <strong>{name}</strong>
          {tag}
        </div>
        <p className={styles['facts']}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      {actions && <div className={styles['actions']}>{actions}</div>}
    </li>
  )
}
