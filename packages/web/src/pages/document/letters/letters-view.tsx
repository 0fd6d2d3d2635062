import type { Document, LetterSummary, Rendition } from '@vigil/contract/schemas'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { LoadingBars } from '../../../components/loading-bars.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { draftedTogether } from '../../letters/parts/messages.ts'
import { LetterMessages } from '../../letters/parts/letter-messages.tsx'
import { useLettersOf } from '../../letters/queries.ts'
import { useAnnotation } from '../clauses/queries.ts'
import { useScrollToParagraph } from '../read/places.ts'
import { Toolbar } from '../toolbar.tsx'
import type { DocumentPlace } from '../use-document-place.ts'
import styles from './letters-view.module.css'
import { MessageCard } from './message-card.tsx'

interface LettersViewProps {
  readonly document: Document
  readonly rendition: Rendition
  readonly place: DocumentPlace
}

/** The messages of a document, and the letters that were drafted from each. */
export function LettersView({ document, rendition, place }: LettersViewProps) {
  return (
    <LetterMessages>
      <Toolbar document={document} language={rendition.language} address={place.address} />
      <MessageList rendition={rendition} eid={place.eid} />
    </LetterMessages>
  )
}

interface MessageListProps {
  readonly rendition: Rendition
  /** The message that the address points to. */
  readonly eid: string | undefined
}

function MessageList({ rendition, eid }: MessageListProps) {
  const say = useSay()
  const { data, error, refetch } = useAnnotation(rendition)
  const letters = useLettersOf(rendition.documentId)
  useScrollToParagraph(eid, data ? rendition.language : '')
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingBars />
  const groups = draftedTogether(data.envelopes)
  if (groups.length === 0) {
    return (
      <EmptyState title={say('messages.none')}>
        <p>{say('messages.none.help')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      {letters.error && <ErrorState error={letters.error} onRetry={() => void letters.refetch()} />}
      <ol className={styles['messages']} data-text={rendition.language}>
        {groups.map((messages) => (
          <li key={messages[0]?.eid}>
            <MessageCard
              messages={messages}
              annotation={data}
              rendition={rendition}
              letters={lettersOf(messages, letters.data?.letters ?? [])}
              eid={eid}
            />
          </li>
        ))}
      </ol>
    </>
  )
}

function lettersOf(
  messages: readonly { eid: string }[],
  letters: readonly LetterSummary[],
): LetterSummary[] {
  return letters.filter(({ envelope }) => messages.some((message) => message.eid === envelope))
}
