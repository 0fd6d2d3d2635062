import type { ReactNode } from 'react'
import styles from './state.module.css'

interface EmptyStateProps {
  /** What was asked and not found, or what is not there yet. */
  readonly title: string
  /** The way out. */
  readonly action?: ReactNode
  readonly children?: ReactNode
}

export function EmptyState({ title, action, children }: EmptyStateProps) {
  return (
    <div className={styles['state']}>
      <p className={styles['title']}>{title}</p>
      {children && <div className={styles['words']}>{children}</div>}
      {action && <div className={styles['action']}>{action}</div>}
    </div>
  )
}
