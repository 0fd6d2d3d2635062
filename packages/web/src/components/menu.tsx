import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import type { MenuListProps } from './menu-props.ts'
import { VisuallyHidden } from './visually-hidden.tsx'
import styles from './menu.module.css'

interface MenuProps extends Pick<MenuListProps, 'items' | 'chosen'> {
  /** What the button says to a screen reader, after what it shows. */
  readonly label: string
  /** What the button shows. */
  readonly trigger: ReactNode
  /** Looks of the button, where it is not bare. */
  readonly triggerClass?: string | undefined
}

const List = lazy(async () => {
  const { MenuList } = await import('./menu-list.tsx')
  return { default: MenuList }
})

/** A button that opens a list of things to do. What draws the list is fetched when it first opens. */
export function Menu({ label, trigger, triggerClass, items, chosen }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const list = { label, items, chosen, trigger: button, onClose: () => setOpen(false) }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={triggerClass ?? styles['trigger']}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {trigger}
        <VisuallyHidden> {label}</VisuallyHidden>
      </button>
      {isOpen && (
        <Suspense>
          <List {...list} />
        </Suspense>
      )}
    </>
  )
}
