import { type ReactNode, useEffect, useRef } from 'react'
import { LanguageSelect } from '../../components/language-select.tsx'
import { announcePage, beginPage } from '../../components/page-title.ts'
import { Wordmark } from '../../components/wordmark.tsx'
import { useSay } from '../../i18n/use-say.ts'
import styles from './door.module.css'

/** What stands around the pages that one sees before being signed in. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  const say = useSay()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => announcePage(title), [title])
  useEffect(() => {
    if (beginPage()) heading.current?.focus()
  }, [])
  return (
    <div className={styles['door']}>
      <header className={styles['head']}>
        <Wordmark />
        <LanguageSelect />
      </header>
      <main className={styles['panel']}>
        <h1 ref={heading} tabIndex={-1} className={styles['title']}>
          {title}
        </h1>
        {children}
      </main>
      <footer className={styles['foot']}>{say('door.foot')}</footer>
    </div>
  )
}
