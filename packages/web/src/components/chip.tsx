import type { ReactNode } from 'react'
import styles from './chip.module.css'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

interface ChipProps {
  readonly tone?: 'plain' | 'pending' | 'verified' | 'late' | 'notverified' | 'overdue'
  readonly icon?: IconName
  readonly children: ReactNode
}

/** A status: glyph, word and colour together. */
export function Chip({ tone = 'plain', icon, children }: ChipProps) {
  return (
    <span className={classNames(styles['chip'], styles[tone])}>
      {icon && <Icon name={icon} size="s" />}
      {children}
    </span>
  )
}
