import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './card-table.module.css'
import { Table } from './table.tsx'
import { useRowKeys } from './use-row-keys.ts'

interface CardTableProps {
  /** Names the table for those who do not see it. */
  readonly caption: string
  readonly head: ReactNode
  /** A class of the page, for its columns. */
  readonly className?: string | undefined
  /** The rows. In each one link has `data-row-link`: pressing the row anywhere follows it. */
  readonly children: ReactNode
}

/** A table whose rows open something; on narrow screens each is a card. J and K move, Enter opens. */
export function CardTable({ caption, head, className, children }: CardTableProps) {
  const body = useRowKeys()
  return (
    <Table
      caption={caption}
      head={head}
      className={classNames(styles['table'], className)}
      bodyRef={body}
    >
      {children}
    </Table>
  )
}
