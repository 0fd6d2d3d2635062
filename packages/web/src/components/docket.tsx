import { Fragment, type ReactNode } from 'react'
import styles from './docket.module.css'

interface DocketProps {
  /** Term and what it is, in order. */
  readonly rows: readonly (readonly [term: string, value: ReactNode])[]
}

/** Facts about one thing, line by line. */
export function Docket({ rows }: DocketProps) {
  return (
    <dl className={styles['docket']}>
      {rows.map(([term, value]) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
