import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import type { MenuChoice } from './menu-props.ts'
import { VisuallyHidden } from './visually-hidden.tsx'
import styles from './menu.module.css'

interface MenuProps {
  /** What the button says to a screen reader, after what it shows. */
  readonly label: string
  /** What the button shows. */
  readonly trigger: ReactNode
  readonly items: readonly MenuChoice[]
}

const List = lazy(async () => {
  const { MenuList } = await import('./menu-list.tsx')
  return { default: MenuList }
})

/** A button that opens a list of things to do. What draws the list is fetched when it first opens. */
export function Menu({ label, trigger, items }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles['trigger']}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {trigger}
        <VisuallyHidden>{label}</VisuallyHidden>
      </button>
      {isOpen && (
        <Suspense>
          <List label={label} items={items} trigger={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
