import { Menu, MenuItem, Popover } from 'react-aria-components/Menu'
import { AriaLanguage } from './aria-language.tsx'
import { Icon } from './icon.tsx'
import type { MenuChoice, MenuListProps } from './menu-props.ts'
import styles from './menu.module.css'

/** The list of a menu that is open. */
export function MenuList({ label, items, chosen, trigger, onClose }: MenuListProps) {
  return (
    <AriaLanguage>
      <Popover
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
        triggerRef={trigger}
        aria-label={label}
        placement={chosen === undefined ? 'bottom end' : 'bottom start'}
        className={styles['popover'] ?? ''}
      >
        <Menu
          aria-label={label}
          // The list was opened to choose from it.
          autoFocus="first"
          className={styles['menu'] ?? ''}
          selectionMode={chosen === undefined ? 'none' : 'single'}
          selectedKeys={chosen === undefined ? [] : [chosen]}
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
              <Words item={item} chosen={chosen} />
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </AriaLanguage>
  )
}

function Words({ item, chosen }: { item: MenuChoice; chosen: string | undefined }) {
  return (
    <>
      {chosen !== undefined && (
        <span className={styles['tick']}>{item.id === chosen && <Icon name="check" />}</span>
      )}
      {item.icon && <Icon name={item.icon} />}
      {item.label}
      {item.count !== undefined && <span className={styles['count']}>{item.count}</span>}
    </>
  )
}
