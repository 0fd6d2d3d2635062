import { type ReactNode, useEffect, useRef } from 'react'
import { announcePage, beginPage } from './page-title.ts'
import styles from './page.module.css'

interface PageProps {
  /** Names the page in the browser's title and, unless `masthead` says otherwise, at its head. */
  readonly title: string
  /** One line over the title: symbol, dates. */
  readonly meta?: ReactNode
  /** One line under the title. */
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  /** Stands in place of the ordinary head; holds the page's only h1. */
  readonly masthead?: ReactNode
  readonly children: ReactNode
}

/** A page: its head with a serif title over a heavy rule, and what follows. */
export function Page({ title, meta, lead, actions, masthead, children }: PageProps) {
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => announcePage(title), [title])
  useEffect(() => {
    const heading = page.current?.querySelector('h1')
    if (beginPage() && heading && isFocusLost()) {
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
    }
  }, [])
  return (
    <div ref={page} className={styles['page']}>
      {masthead ?? (
        <header className={styles['masthead']}>
          <div className={styles['words']}>
            {meta && <div className={styles['meta']}>{meta}</div>}
            <h1 className={styles['title']}>{title}</h1>
            {lead && <p className={styles['lead']}>{lead}</p>}
          </div>
          {actions && <div className={styles['actions']}>{actions}</div>}
        </header>
      )}
      {children}
    </div>
  )
}

/**
 * Whether the focus stands nowhere, or on the link that led here. Then it moves to the title, so that
 * reading goes on at the new page; never away from a field somebody is typing in.
 */
function isFocusLost(): boolean {
  const { activeElement } = document
  if (!activeElement || activeElement === document.body) return true
  return activeElement.closest('a, button') !== null
}
