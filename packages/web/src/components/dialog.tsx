import { lazy, Suspense } from 'react'
import type { DialogProps } from './dialog-props.ts'

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
