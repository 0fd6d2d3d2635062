import type { ReactNode } from 'react'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly size?: 's' | 'm' | 'l'
  /** A decision is asked for: a click beside the dialog does not close it. */
  readonly isAlert?: boolean
  /** Nothing of the page is to be read behind it. */
  readonly isOpaque?: boolean
  /** Buttons at the foot. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}
