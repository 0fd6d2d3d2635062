import type { DocumentId } from '@vigil/contract/schemas'
import type { DocumentLanguage, Envelope } from '@vigil/core/documents'
import { DraftLanguage, kindOf, NO_CHOICES, prefillFacts } from '@vigil/core/letters'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { Page } from '../../components/page.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { Messages } from '../../i18n/messages.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { currentRenditions } from '../documents/parts/names.ts'
import { useDocument } from '../documents/parts/queries.ts'
import { DraftingDesk } from './desk/desk.tsx'
import { EarlierFacts } from './desk/earlier-facts.tsx'
import { FACT_GROUPS, isUsed } from './desk/fact-form.ts'
import type { DeskContent } from './desk/use-desk.ts'
import { type Ground, useGround } from './parts/ground.ts'
import { Failed, LetterFrame, ToDocument } from './parts/letter-frame.tsx'
import { LetterMessages } from './parts/letter-messages.tsx'

const FROM = '/documents/$documentId/letters/$envelope'

/** A letter that a message of a document asks for, before it is kept for the first time. */
export function NewLetterPage() {
  return (
    <Messages area="documents">
      <LetterMessages>
        <NewLetter />
      </LetterMessages>
    </Messages>
  )
}

function NewLetter() {
  const { documentId } = useParams({ from: FROM })
  const { language: wish } = useSearch({ from: FROM })
  const { locale } = useIntl()
  const { data, error, refetch } = useDocument(documentId as DocumentId)
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingBars />
  const held = currentRenditions(data).map(({ language }) => language)
  const drafted = held.filter((language) => DraftLanguage.safeParse(language).success)
  const [first = held[0]] = drafted
  const language = [wish, locale].find((one) => drafted.some((other) => other === one)) ?? first
  if (language === undefined) return <LoadingBars />
  return <InLanguage language={language as DocumentLanguage} languages={drafted} />
}

interface InLanguageProps {
  readonly language: DocumentLanguage
  /** Languages that the document is held in and letters are drafted in. */
  readonly languages: readonly DocumentLanguage[]
}

function InLanguage({ language, languages }: InLanguageProps) {
  const say = useSay()
  const { documentId, envelope } = useParams({ from: FROM })
  const place = { documentId: documentId as DocumentId, language, envelope }
  const { ground, error, retry } = useGround(place)
  if (error) return <Failed error={error} onRetry={retry} />
  if (ground === undefined) return <LoadingBars />
  if (ground === null) return <NoMessage documentId={documentId} />
  return (
    <LetterFrame ground={ground} meta={[say('draft.new')]}>
      <Drafting ground={ground} languages={languages} />
    </LetterFrame>
  )
}

function Drafting({ ground, languages }: { ground: Ground } & Pick<InLanguageProps, 'languages'>) {
  const say = useSay()
  const navigate = useNavigate({ from: FROM })
  const [start, setStart] = useState<DeskContent>(() => ({
    facts: prefillFacts({
      document: { ...ground.document, language: ground.rendition.language },
    }),
    choices: NO_CHOICES,
  }))
  const [round, setRound] = useState(0)
  return (
    <DraftingDesk key={round} ground={ground} letter={null} start={start}>
      {languages.length > 1 && (
        <SelectField
          label={say('draft.language')}
          hint={say('draft.language.hint')}
          value={ground.rendition.language}
          options={languages.map((one) => ({ value: one, label: say(`language.${one}`) }))}
          onChange={(language) => void navigate({ search: { language }, replace: true })}
        />
      )}
      {round === 0 && takesFacts(ground.envelope) && (
        <EarlierFacts
          documentId={ground.document.id}
          onFacts={(facts) => {
            setStart({ ...start, facts })
            setRound(1)
          }}
        />
      )}
    </DraftingDesk>
  )
}

/** Statements and recommendations say nothing that the conclusions do not. */
function takesFacts(envelope: Envelope): boolean {
  const kind = kindOf(envelope)
  return FACT_GROUPS.some(({ name }) => isUsed(kind, name))
}

function NoMessage({ documentId }: { documentId: string }) {
  const say = useSay()
  return (
    <Page title={say('draft.noMessage')}>
      <EmptyState
        title={say('draft.noMessage.words')}
        action={<ToDocument documentId={documentId} />}
      />
    </Page>
  )
}
