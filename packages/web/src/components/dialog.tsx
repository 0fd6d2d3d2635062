import { lazy, type ReactNode, Suspense } from 'react'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly size?: 's' | 'm' | 'l'
  /** A decision is asked for: a click beside the dialog does not close it. */
  readonly isAlert?: boolean
  /** Buttons at the foot. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

const Window = lazy(async () => {
  const { DialogInLanguage } = await import('./dialog-window.tsx')
  return { default: DialogInLanguage }
})

/**
 * A dialog over the page. Esc closes it; the focus returns to where it came from. What draws it is
 * fetched when the first one opens.
 */
export function Dialog(props: DialogProps) {
  if (!props.isOpen) return null
  return (
    <Suspense>
      <Window {...props} />
    </Suspense>
  )
}
