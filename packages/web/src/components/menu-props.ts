import type { RefObject } from 'react'
import type { IconName } from './icon-paths.ts'

export interface MenuChoice {
  readonly id: string
  readonly label: string
  readonly icon?: IconName
  readonly run: () => void
}

export interface MenuListProps {
  readonly label: string
  readonly items: readonly MenuChoice[]
  readonly trigger: RefObject<HTMLButtonElement | null>
  readonly onClose: () => void
}
