import { Menu, MenuItem, Popover } from 'react-aria-components/Menu'
import { AriaLanguage } from './aria-language.tsx'
import { Icon } from './icon.tsx'
import type { MenuListProps } from './menu-props.ts'
import styles from './menu.module.css'

/** The list of a menu that is open. */
export function MenuList({ label, items, trigger, onClose }: MenuListProps) {
  return (
    <AriaLanguage>
      <Popover
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
        triggerRef={trigger}
        aria-label={label}
        placement="bottom end"
        className={styles['popover'] ?? ''}
      >
        <Menu
          aria-label={label}
          // The list was opened to choose from it.
          autoFocus="first"
          className={styles['menu'] ?? ''}
          onClose={onClose}
          onAction={(id) => items.find((item) => item.id === id)?.run()}
        >
          {items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              className={styles['item'] ?? ''}
            >
              {item.icon && <Icon name={item.icon} />}
              {item.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </AriaLanguage>
  )
}
