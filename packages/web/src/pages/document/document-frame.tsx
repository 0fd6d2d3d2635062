import type { Document } from '@vigil/contract/schemas'
import type { ReactNode } from 'react'
import { Page } from '../../components/page.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { currentRenditions, knownDates, OWN_NAMES } from '../documents/parts/names.ts'
import { useFormats } from '../documents/parts/use-formats.ts'
import { DocumentActions } from './document-actions.tsx'
import styles from './document-frame.module.css'

interface DocumentFrameProps {
  readonly document: Document
  readonly children: ReactNode
}

/** Symbol, kind, dates and languages over the title, as on the first page of an official document. */
export function DocumentFrame({ document, children }: DocumentFrameProps) {
  const say = useSay()
  const { formatDay } = useFormats()
  const { symbol, title, kind } = document
  return (
    <Page
      title={symbol ?? title ?? say('documents.noTitle')}
      heading={
        title === null ? (
          <span className={styles['none']}>{say('documents.noTitleInText')}</span>
        ) : (
          <bdi>{title}</bdi>
        )
      }
      meta={[
        symbol === null ? (
          say('documents.noSymbol')
        ) : (
          <bdi className={styles['symbol']}>{symbol}</bdi>
        ),
        say(`kind.${kind}`),
        ...knownDates(document.dates).map(({ name, date }) =>
          say(`date.${name}.on`, { date: formatDay(date) }),
        ),
        <Languages key="languages" document={document} />,
      ]}
      actions={<DocumentActions document={document} />}
    >
      {children}
    </Page>
  )
}

function Languages({ document }: Pick<DocumentFrameProps, 'document'>) {
  return (
    <span className={styles['languages']}>
      {currentRenditions(document).map(({ language }) => (
        <bdi key={language} lang={language}>
          {OWN_NAMES[language]}
        </bdi>
      ))}
    </span>
  )
}
