import type { Document, Rendition } from '@vigil/contract/schemas'
import type { DocumentLanguage } from '@vigil/core/documents'
import { lazy, Suspense } from 'react'
import { ErrorState } from '../../../components/error-state.tsx'
import { LoadingBars } from '../../../components/loading-bars.tsx'
import { Note } from '../../../components/note.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useRendition } from '../../documents/parts/queries.ts'
import { Facts } from '../facts.tsx'
import { Toolbar } from '../toolbar.tsx'
import type { DocumentPlace } from '../use-document-place.ts'
import { BesideChoice } from './beside-choice.tsx'
import { Colophon } from '../colophon.tsx'
import { FindBar } from './find-bar.tsx'
import { Outline } from './outline.tsx'
import { useScrollToHit, useScrollToParagraph } from './places.ts'
import { ReaderText } from './reader-text.tsx'
import styles from './reader.module.css'
import { useFind } from './use-find.ts'
import { useReadingKeys } from './use-reading-keys.ts'

const Beside = lazy(async () => {
  const { Beside: component } = await import('./beside.tsx')
  return { default: component }
})

interface ReaderProps {
  readonly document: Document
  readonly rendition: Rendition
  readonly place: DocumentPlace
}

/** The document as a book: contents at the side, text in the middle, what is known of the file. */
export function Reader({ document, rendition, place }: ReaderProps) {
  const { address, eid, change } = place
  const words = address.find ?? ''
  const find = useFind(rendition, { words, eid })
  useScrollToHit(find.position)
  useReadingKeys(rendition.paragraphList, place)
  return (
    <>
      <Toolbar document={document} language={rendition.language} address={address}>
        <BesideChoice
          document={document}
          language={rendition.language}
          beside={address.beside}
          onBeside={(beside) => change({ beside })}
        />
        {address.beside === undefined && (
          <FindBar
            words={words}
            count={find.hits.length}
            position={find.position}
            onWords={(typed) => change({ find: typed === '' ? undefined : typed })}
            onBegin={find.begin}
            onStep={find.step}
          />
        )}
      </Toolbar>
      <NotHere rendition={rendition} eid={eid} />
      {address.beside === undefined ? (
        <Book rendition={rendition} place={place} find={find} />
      ) : (
        <BesideOther rendition={rendition} place={place} language={address.beside} />
      )}
      <Colophon document={document} rendition={rendition} />
    </>
  )
}

interface BookProps extends Omit<ReaderProps, 'document'> {
  readonly find: ReturnType<typeof useFind>
}

function Book({ rendition, place, find }: BookProps) {
  const { eid, copyAddress } = place
  useScrollToParagraph(eid, rendition.language)
  return (
    <div className={styles['layout']}>
      <div className={styles['outline']}>
        <Outline
          paragraphs={rendition.paragraphList}
          targetEid={eid}
          language={rendition.language}
        />
      </div>
      <ReaderText
        rendition={rendition}
        targetEid={eid}
        hits={find.hits}
        currentHit={find.position}
        onCopy={copyAddress}
      />
      <div className={styles['facts']}>
        <Facts rendition={rendition} />
      </div>
    </div>
  )
}

interface BesideOtherProps {
  readonly rendition: Rendition
  readonly place: DocumentPlace
  readonly language: DocumentLanguage
}

function BesideOther({ rendition, place, language }: BesideOtherProps) {
  const { data, error, refetch } = useRendition(place.documentId, language)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingBars />
  return (
    <Suspense fallback={<LoadingBars />}>
      <Beside one={rendition} other={data} targetEid={place.eid} />
    </Suspense>
  )
}

/** An address that this language has not: said, and the document shown all the same. */
function NotHere({ rendition, eid }: { rendition: Rendition; eid: string | undefined }) {
  const say = useSay()
  if (eid === undefined || rendition.paragraphList.some((paragraph) => paragraph.eid === eid)) {
    return null
  }
  return (
    <div className={styles['notHere']}>
      <Note tone="pending" isLive>
        <p>{say('document.notHere', { language: say(`language.${rendition.language}`) })}</p>
      </Note>
    </div>
  )
}
