import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './note.module.css'

type Tone = 'info' | 'pending' | 'overdue' | 'verified' | 'neutral'

const TONE_ICONS = {
  info: 'info',
  pending: 'triangle-alert',
  overdue: 'triangle-alert',
  verified: 'circle-check',
  neutral: 'info',
} as const satisfies Record<Tone, IconName>

interface NoteProps {
  readonly tone?: Tone
  readonly icon?: IconName
  /** Read out when it appears. */
  readonly isLive?: boolean
  readonly children: ReactNode
}

/** Something to know before going on. */
export function Note({ tone = 'info', icon, isLive = false, children }: NoteProps) {
  return (
    <div className={classNames(styles['note'], styles[tone])} role={isLive ? 'status' : undefined}>
      <Icon name={icon ?? TONE_ICONS[tone]} />
      <div className={styles['words']}>{children}</div>
    </div>
  )
}
