import { type ReactNode, useEffect, useRef } from 'react'
import { announcePage, beginPage } from './page-title.ts'
import styles from './page.module.css'

interface PageProps {
  /** Names the page in the browser's title and, unless `heading` says otherwise, at its head. */
  readonly title: string
  /** The title at the head, where it is longer than the page's name. */
  readonly heading?: ReactNode
  /** Facts over the title, in order: symbol, kind, dates. */
  readonly meta?: readonly ReactNode[]
  /** One line under the title. */
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page: its head with a serif title over a heavy rule, and what follows. */
export function Page({ title, heading, meta, lead, actions, children }: PageProps) {
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => announcePage(title), [title])
  useEffect(() => {
    const head = page.current?.querySelector('h1')
    if (beginPage() && head && isFocusLost()) {
      head.tabIndex = -1
      head.focus({ preventScroll: true })
    }
  }, [])
  return (
    <div ref={page} className={styles['page']}>
      <header className={styles['masthead']}>
        <div className={styles['words']}>
          {meta && <Meta facts={meta} />}
          <h1 className={styles['title']}>{heading ?? title}</h1>
          {lead && <p className={styles['lead']}>{lead}</p>}
        </div>
        {actions && <div className={styles['actions']}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}

function Meta({ facts }: { facts: readonly ReactNode[] }) {
  return (
    <p className={styles['meta']}>
      {facts.map((fact, index) => (
        <span key={index}>{fact}</span>
      ))}
    </p>
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
