import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './tag.module.css'

interface TagProps {
  readonly tone?: 'plain' | 'accent' | 'pending' | 'verified' | 'late' | 'neutral' | 'overdue'
  /** Goes with every tone but `plain`: colour alone says nothing. */
  readonly icon?: IconName
  readonly children: ReactNode
}

/** A word or two about the state of something, beside its name. */
export function Tag({ tone = 'plain', icon, children }: TagProps) {
  return (
    <span className={classNames(styles['tag'], styles[tone])}>
      {icon && <Icon name={icon} size="s" />}
      {children}
    </span>
  )
}
