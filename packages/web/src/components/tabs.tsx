import { createLink } from '@tanstack/react-router'
import { type AnchorHTMLAttributes, type ReactNode, useEffect, useRef } from 'react'
import { FormattedNumber } from 'react-intl'
import styles from './tabs.module.css'

interface TabsProps {
  /** What the tabs choose between. */
  readonly label: string
  readonly children: ReactNode
}

/** Views of one thing, side by side; each has an address of its own. */
export function Tabs({ label, children }: TabsProps) {
  const tabs = useRef<HTMLElement>(null)
  useEffect(() => {
    const current = tabs.current?.querySelector<HTMLElement>('[aria-current]')
    // On a phone the tabs are one line that is pushed along.
    if (current) tabs.current?.scrollTo?.({ left: current.offsetLeft - current.offsetWidth })
  })
  return (
    <nav ref={tabs} className={styles['tabs']} aria-label={label}>
      {children}
    </nav>
  )
}

interface TabAnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly isCurrent: boolean
  /** How many things the view holds. */
  readonly count?: number | undefined
}

/** The router calls every address of one page current; the tab knows better. */
function TabAnchor({ isCurrent, count, children, ...rest }: TabAnchorProps) {
  return (
    <a {...rest} className={styles['tab']} aria-current={isCurrent ? 'page' : undefined}>
      {children}
      {count !== undefined && (
        <>
          {' '}
          <span className={styles['count']}>
            <FormattedNumber value={count} />
          </span>
        </>
      )}
    </a>
  )
}

/** One of `Tabs`: a link of the router with `isCurrent` and, where it helps, `count`. */
export const TabLink = createLink(TabAnchor)
