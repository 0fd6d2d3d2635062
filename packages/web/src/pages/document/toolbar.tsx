import type { Document } from '@vigil/contract/schemas'
import { DocumentLanguage } from '@vigil/core/documents'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMay } from '../../api/session.ts'
import { TabLink, Tabs } from '../../components/tabs.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { currentRenditions, OWN_NAMES } from '../documents/parts/names.ts'
import { useFormats } from '../documents/parts/use-formats.ts'
import type { DocumentAddress } from './address.ts'
import { useAnnotation } from './clauses/queries.ts'
import styles from './toolbar.module.css'

interface ToolbarProps {
  readonly document: Document
  readonly language: DocumentLanguage
  readonly address: DocumentAddress
  /** Finding words, where the view can. */
  readonly children?: ReactNode
}

/** The views of a document in the order of work; undefined is the text itself. */
const VIEWS = [undefined, 'clauses', 'letters', 'citations', 'compare'] as const

/** Which view and which language of the document is open; languages that are not held are said. */
export function Toolbar({ document, language, address, children }: ToolbarProps) {
  const say = useSay()
  const hasMessages = useHasMessages(document, language)
  const views = VIEWS.filter((view) => view !== 'letters' || hasMessages || address.view === view)
  const held = currentRenditions(document).map((rendition) => rendition.language)
  return (
    <div className={styles['toolbar']}>
      <Tabs label={say('document.views')}>
        {views.map((view) => (
          <TabLink
            key={view ?? 'read'}
            to="."
            isCurrent={address.view === view}
            search={{ language: address.language, view }}
          >
            {say(`document.view.${view ?? 'read'}`)}
          </TabLink>
        ))}
      </Tabs>
      <Tabs label={say('document.languages')}>
        {held.map((one) => (
          <TabLink
            to="."
            key={one}
            isCurrent={one === language}
            search={{ ...address, language: one, beside: undefined }}
          >
            <bdi lang={one}>{OWN_NAMES[one]}</bdi>
          </TabLink>
        ))}
      </Tabs>
      <Missing document={document} held={held} />
      {children}
    </div>
  )
}

/** Whether the document asks for letters; only conclusions do, so only theirs are looked at. */
function useHasMessages({ id, kind }: Document, language: DocumentLanguage): boolean {
  const mayRead = useMay('letter.read')
  const isAsked = mayRead && kind === 'conclusions'
  const { data } = useAnnotation({ documentId: id, language }, isAsked)
  return mayRead && (data?.envelopes.length ?? 0) > 0
}

function Missing({ document, held }: { document: Document; held: readonly DocumentLanguage[] }) {
  const say = useSay()
  const { formatChoice } = useFormats()
  const missing = DocumentLanguage.options.filter((one) => !held.includes(one))
  if (missing.length === 0) return null
  const languages = formatChoice(missing.map((one) => say(`language.${one}`)))
  return (
    <span className={styles['missing']}>
      {say('document.languages.missing', { languages })}{' '}
      <Link to="/documents" search={{ import: true, into: document.id }}>
        {say('document.language.add')}
      </Link>
    </span>
  )
}
