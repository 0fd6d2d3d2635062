import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  Popover,
} from 'react-aria-components/Menu'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './menu.module.css'

interface MenuChoice {
  readonly id: string
  readonly label: ReactNode
  readonly icon?: IconName
  readonly run: () => void
}

interface MenuProps {
  /** What the button says to a screen reader. */
  readonly label: string
  /** What the button shows. */
  readonly trigger: ReactNode
  readonly items: readonly MenuChoice[]
}

/** A button that opens a list of things to do. */
export function Menu({ label, trigger, items }: MenuProps) {
  return (
    <MenuTrigger>
      <Button aria-label={label} className={styles['trigger'] ?? ''}>
        {trigger}
      </Button>
      <Popover placement="bottom end" className={styles['popover'] ?? ''}>
        <AriaMenu
          className={styles['menu'] ?? ''}
          onAction={(id) => items.find((item) => item.id === id)?.run()}
        >
          {items.map(({ id, label: words, icon }) => (
            <AriaMenuItem
              key={id}
              id={id}
              textValue={typeof words === 'string' ? words : id}
              className={styles['item'] ?? ''}
            >
              {icon && <Icon name={icon} />}
              {words}
            </AriaMenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
