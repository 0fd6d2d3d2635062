import { type ReactNode, useId } from 'react'
import styles from './section.module.css'

interface SectionProps {
  readonly title: string
  /** At the end of the section's line. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A part of a page under a title over an ink rule. */
export function Section({ title, aside, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <header className={styles['head']}>
        <h2 id={id} className={styles['title']}>
          {title}
        </h2>
        {aside && <div className={styles['aside']}>{aside}</div>}
      </header>
      {children}
    </section>
  )
}
