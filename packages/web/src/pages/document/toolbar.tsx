import type { Document } from '@vigil/contract/schemas'
import { DocumentLanguage } from '@vigil/core/documents'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { useSay } from '../../i18n/use-say.ts'
import { currentRenditions, OWN_NAMES } from '../documents/parts/names.ts'
import type { DocumentAddress } from './address.ts'
import styles from './toolbar.module.css'

interface ToolbarProps {
  readonly document: Document
  readonly language: DocumentLanguage
  readonly address: DocumentAddress
  /** Finding words, where the view can. */
  readonly children?: ReactNode
}

/** Which view and which language of the document is open; languages that are not held are said. */
export function Toolbar({ document, language, address, children }: ToolbarProps) {
  const say = useSay()
  const held = currentRenditions(document).map((rendition) => rendition.language)
  return (
    <div className={styles['toolbar']}>
      <nav className={styles['tabs']} aria-label={say('document.views')}>
        <Tab isCurrent={address.view !== 'compare'} search={{ language: address.language }}>
          {say('document.view.read')}
        </Tab>
        <Tab
          isCurrent={address.view === 'compare'}
          search={{ language: address.language, view: 'compare' }}
        >
          {say('document.view.compare')}
        </Tab>
      </nav>
      <nav className={styles['tabs']} aria-label={say('document.languages')}>
        {held.map((one) => (
          <Tab
            key={one}
            isCurrent={one === language}
            search={{ ...address, language: one, beside: undefined }}
          >
            <bdi lang={one}>{OWN_NAMES[one]}</bdi>
          </Tab>
        ))}
        <Missing document={document} held={held} />
      </nav>
      {children}
    </div>
  )
}

interface TabProps {
  readonly isCurrent: boolean
  readonly search: DocumentAddress
  readonly children: ReactNode
}

function Tab({ isCurrent, search, children }: TabProps) {
  return (
    <Link
      to="."
      search={search}
      className={styles['tab']}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {children}
    </Link>
  )
}

function Missing({ document, held }: { document: Document; held: readonly DocumentLanguage[] }) {
  const say = useSay()
  const { formatList } = useIntl()
  const missing = DocumentLanguage.options.filter((one) => !held.includes(one))
  if (missing.length === 0) return null
  const languages = formatList(
    missing.map((one) => say(`language.${one}`)),
    { type: 'disjunction' },
  )
  return (
    <span className={styles['missing']}>
      {say('document.languages.missing', { languages })}{' '}
      <Link to="/documents" search={{ import: true, into: document.id }}>
        {say('document.language.add')}
      </Link>
    </span>
  )
}
