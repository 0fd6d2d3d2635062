import type { ReactNode } from 'react'
import styles from './visually-hidden.module.css'

/** Words for screen readers where sighted readers see the same otherwise. */
export function VisuallyHidden({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span id={id} className={styles['hidden']}>
      {children}
    </span>
  )
}
