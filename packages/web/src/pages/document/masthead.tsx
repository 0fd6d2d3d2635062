import type { Document } from '@vigil/contract/schemas'
import type { ReactNode } from 'react'
import { classNames } from '../../components/class-names.ts'
import { useSay } from '../../i18n/use-say.ts'
import { currentRenditions, knownDates, OWN_NAMES } from '../documents/parts/names.ts'
import { useFormats } from '../documents/parts/use-formats.ts'
import styles from './masthead.module.css'

/** Symbol, kind, dates and languages over the title, as on the first page of an official document. */
export function Masthead({ document, children }: { document: Document; children: ReactNode }) {
  const say = useSay()
  const { formatDay } = useFormats()
  const dates = knownDates(document.dates).map(({ name, date }) =>
    say(`date.${name}.on`, { date: formatDay(date) }),
  )
  return (
    <header className={styles['masthead']}>
      <div className={styles['words']}>
        <p className={styles['line']}>
          {document.symbol === null ? (
            <span>{say('documents.noSymbol')}</span>
          ) : (
            <bdi className={styles['symbol']}>{document.symbol}</bdi>
          )}
          {[say(`kind.${document.kind}`), ...dates].map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
          <span className={styles['languages']}>
            {currentRenditions(document).map(({ language }) => (
              <bdi key={language} lang={language}>
                {OWN_NAMES[language]}
              </bdi>
            ))}
          </span>
        </p>
        <h1 className={classNames(styles['title'], document.title === null && styles['none'])}>
          {document.title ?? say('documents.noTitleInText')}
        </h1>
      </div>
      <div className={styles['actions']}>{children}</div>
    </header>
  )
}
