import type { ReactNode, Ref } from 'react'
import { classNames } from './class-names.ts'
import styles from './table.module.css'

interface TableProps {
  /** Names the table for those who do not see it. */
  readonly caption: string
  readonly head: ReactNode
  /** Rows of totals, under an ink rule. */
  readonly foot?: ReactNode
  readonly density?: 'default' | 'compact'
  /** A class of the page, for its columns. */
  readonly className?: string | undefined
  readonly bodyRef?: Ref<HTMLTableSectionElement>
  /** The rows. Cells with `data-number` are set flush at their end. */
  readonly children: ReactNode
}

/** A real table: hairlines between rows, small heads, numbers at the end of their column. */
export function Table(props: TableProps) {
  const { caption, head, foot, density = 'default', className, bodyRef, children } = props
  return (
    <table className={classNames(styles['table'], styles[density], className)}>
      <caption className={styles['caption']}>{caption}</caption>
      <thead>{head}</thead>
      <tbody ref={bodyRef}>{children}</tbody>
      {foot && <tfoot>{foot}</tfoot>}
    </table>
  )
}
