import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { ErrorState } from '../../../components/error-state.tsx'
import { LinkButton } from '../../../components/link-button.tsx'
import { Page } from '../../../components/page.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { shortName } from '../../documents/parts/names.ts'
import type { Ground } from './ground.ts'
import styles from './letter-frame.module.css'
import { titleOf } from './title.ts'

interface LetterFrameProps {
  readonly ground: Ground
  /** Facts over the title, behind the document that the letter comes from. */
  readonly meta: readonly ReactNode[]
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The page of a letter, kept or not: its kind and paragraph, and the document it comes from. */
export function LetterFrame({ ground, meta, actions, children }: LetterFrameProps) {
  const say = useSay()
  const { document, envelope, rendition } = ground
  return (
    <div className={styles['page']}>
      <Page
        title={titleOf(ground, say)}
        meta={[
          <Link
            key="document"
            to="/documents/$documentId/{-$eid}"
            params={{ documentId: document.id, eid: envelope.eid }}
            search={{ view: 'letters', language: rendition.language }}
          >
            <bdi>{shortName(document) ?? say('documents.noTitle')}</bdi>
          </Link>,
          ...meta,
        ]}
        actions={actions}
      >
        {children}
      </Page>
    </div>
  )
}

/** Stands for the page where what it is made of could not be had. */
export function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const say = useSay()
  return (
    <Page title={say('pageError.title')}>
      <ErrorState error={error} onRetry={onRetry} />
    </Page>
  )
}

/** Back to the document, where a letter has lost its message. */
export function ToDocument({ documentId }: { documentId: string }) {
  const say = useSay()
  return (
    <LinkButton to="/documents/$documentId/{-$eid}" params={{ documentId, eid: undefined }}>
      {say('draft.toDocument')}
    </LinkButton>
  )
}
