import type { RefObject } from 'react'
import type { IconName } from './icon-paths.ts'

export interface MenuChoice {
  readonly id: string
  readonly label: string
  readonly icon?: IconName
  /** At the end of the line: how many, written out. */
  readonly count?: string | undefined
  readonly run: () => void
}

export interface MenuListProps {
  readonly label: string
  readonly items: readonly MenuChoice[]
  /** Id of the item that is chosen now, where the menu is one choice out of several. */
  readonly chosen?: string | undefined
  readonly trigger: RefObject<HTMLButtonElement | null>
  readonly onClose: () => void
}
