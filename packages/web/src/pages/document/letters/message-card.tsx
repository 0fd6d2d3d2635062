import type { LetterSummary, Rendition, RenditionAnnotation } from '@vigil/contract/schemas'
import type { Envelope } from '@vigil/core/documents'
import { kindOf } from '@vigil/core/letters'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../../api/session.ts'
import { LinkButton } from '../../../components/link-button.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useFormats } from '../../documents/parts/use-formats.ts'
import styles from './letters-view.module.css'

interface MessageCardProps {
  /** One message, or all that travel by the public statement. */
  readonly messages: readonly Envelope[]
  readonly annotation: RenditionAnnotation
  readonly rendition: Rendition
  readonly letters: readonly LetterSummary[]
  readonly eid: string | undefined
}

/** What goes out as one: its messages, the drafts there are, and the way to a new one. */
export function MessageCard(props: MessageCardProps) {
  const { messages, rendition, letters } = props
  const say = useSay()
  const mayDraft = useMay('letter.draft')
  const [first] = messages
  if (first === undefined) return null
  return (
    <section className={styles['card']} aria-labelledby={`${first.eid}-kind`}>
      <header className={styles['head']}>
        <h2 id={`${first.eid}-kind`}>{say(`draftKind.${kindOf(first)}`)}</h2>
        <p className={styles['way']}>{wayOf(first, say)}</p>
      </header>
      <ul className={styles['list']}>
        {messages.map((message) => (
          <Message key={message.eid} message={message} {...props} />
        ))}
      </ul>
      <Drafts letters={letters} />
      {mayDraft && (
        <div>
          <LinkButton
            to="/documents/$documentId/letters/$envelope"
            params={{ documentId: rendition.documentId, envelope: first.eid }}
            search={{ language: rendition.language }}
            kind={letters.length === 0 ? 'primary' : 'secondary'}
            icon="pen-line"
            aria-describedby={`${first.eid}-kind`}
          >
            {letters.length === 0
              ? say('messages.draft', { kind: kindOf(first) })
              : say('messages.draftAnother')}
          </LinkButton>
        </div>
      )}
    </section>
  )
}

/** Who signs it, and through whom it goes. */
function wayOf({ sender, via }: Envelope, say: ReturnType<typeof useSay>): string {
  const from = sender === null ? say('messages.sender.unknown') : say(`sender.${sender}`)
  return via === null || via === sender
    ? say('messages.from', { sender: from })
    : say('messages.fromVia', { sender: from, via: say(`sender.${via}`) })
}

interface MessageProps extends Pick<MessageCardProps, 'annotation' | 'rendition' | 'eid'> {
  readonly message: Envelope
}

function Message({ message, annotation, rendition, eid: current }: MessageProps) {
  const say = useSay()
  const { eid, addressees, addresseeWords } = message
  const { documentId, language, paragraphList } = rendition
  const label = paragraphList.find((paragraph) => paragraph.eid === eid)?.label ?? eid
  const points = paragraphList.filter(
    (one) => one.kind === 'point' && one.eid.startsWith(`${eid}__`),
  )
  const clauses = annotation.clauses.filter(({ envelope }) => envelope === eid)
  const codes =
    addressees === null
      ? say('addressee.unknown')
      : addressees.map((code) => say(`addressee.${code}`)).join(', ')
  return (
    <li
      id={eid}
      tabIndex={-1}
      className={styles['message']}
      aria-current={eid === current ? 'location' : undefined}
    >
      <Link
        to="/documents/$documentId/{-$eid}"
        params={{ documentId, eid }}
        search={{ view: 'clauses', language }}
        className={styles['label']}
      >
        {say('messages.paragraph', { label })}
      </Link>
      <span className={styles['addressee']} lang={addresseeWords === null ? undefined : language}>
        {addresseeWords ?? codes}
      </span>
      <span className={styles['numbers']}>
        {addresseeWords !== null && `${codes} · `}
        {say('messages.count', { points: points.length, clauses: clauses.length })}
      </span>
    </li>
  )
}

function Drafts({ letters }: { letters: readonly LetterSummary[] }) {
  const say = useSay()
  const { formatTime } = useFormats()
  if (letters.length === 0) return null
  return (
    <ul className={styles['drafts']} aria-label={say('messages.drafts')}>
      {letters.map(({ id, latest, draftLanguage, sent }) => (
        <li key={id}>
          <Link to="/letters/$letterId" params={{ letterId: id }}>
            {say('messages.draftOf', {
              version: latest.version,
              language: say(`language.${draftLanguage}`),
            })}
          </Link>
          <span>
            <bdi>{latest.by.name}</bdi>, <time dateTime={latest.at}>{formatTime(latest.at)}</time>
          </span>
          <span>{say('letters.missing', { count: latest.missing })}</span>
          {sent && (
            <Tag tone="verified" icon="circle-check">
              {say('letters.sent')}
            </Tag>
          )}
        </li>
      ))}
    </ul>
  )
}
