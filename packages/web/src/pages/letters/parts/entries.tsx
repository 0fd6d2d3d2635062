import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import type { LetterAddress } from '../address.ts'
import styles from './entries.module.css'

/** What happened to a letter as a list at the side, and beside it the entry that is open. */
export function BesideEntries({ side, children }: { side: ReactNode; children: ReactNode }) {
  return (
    <div className={styles['layout']}>
      <div className={styles['side']}>{side}</div>
      {children}
    </div>
  )
}

/** The list, named by `label`. */
export function EntryList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label}>
      <ol className={styles['list']}>{children}</ol>
    </nav>
  )
}

interface EntryProps {
  /** Where the entry is open. */
  readonly search: LetterAddress
  readonly isCurrent: boolean
  /** Its name first, in `<b>`. */
  readonly children: ReactNode
}

/** One entry: opens it beside the list. */
export function Entry({ search, isCurrent, children }: EntryProps) {
  return (
    <li>
      <Link
        to="."
        search={search}
        replace
        className={styles['entry']}
        aria-current={isCurrent ? 'true' : undefined}
      >
        {children}
      </Link>
    </li>
  )
}
