import { type ReactNode, useId } from 'react'
import { useSay } from '../i18n/use-say.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './panel.module.css'

interface PanelProps {
  readonly title: string
  /** `box` stands on the page with an edge of its own; `pane` fills a column of a working page. */
  readonly look?: 'box' | 'pane'
  /** Beside the title: a filter, a choice, a download. */
  readonly tools?: ReactNode
  /** Where given, the panel can be closed. */
  readonly onClose?: () => void
  readonly children: ReactNode
}

/** A record, a form or a list under its own title. */
export function Panel({ title, look = 'box', tools, onClose, children }: PanelProps) {
  const say = useSay()
  const id = useId()
  return (
    <section className={classNames(styles['panel'], styles[look])} aria-labelledby={id}>
      <header className={styles['head']}>
        <h2 id={id} className={styles['title']}>
          {title}
        </h2>
        {tools && <div className={styles['tools']}>{tools}</div>}
        {onClose && (
          <div className={styles['close']}>
            <Button kind="quiet" icon="x" label={say('dialog.close')} onPress={onClose} />
          </div>
        )}
      </header>
      {children}
    </section>
  )
}
