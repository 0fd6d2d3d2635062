import type { Letter, LetterRequest } from '@vigil/contract/schemas'
import type { Envelope } from '@vigil/core/documents'
import { type Draft, kindOf } from '@vigil/core/letters'
import type { ReactNode } from 'react'
import { useMay } from '../../../api/session.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { LoadingBars } from '../../../components/loading-bars.tsx'
import { Note } from '../../../components/note.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import type { Ground } from '../parts/ground.ts'
import { draftedTogether, pointsOf } from '../parts/messages.ts'
import { usePreview } from '../queries.ts'
import { Attention } from './attention.tsx'
import { DeskBar } from './desk-bar.tsx'
import styles from './desk.module.css'
import { DraftSheet } from './draft-sheet.tsx'
import { FactsForm } from './facts-form.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { NewerNote } from './newer-note.tsx'
import { Points } from './points.tsx'
import { useBlanks } from './use-blanks.ts'
import { type Desk, type DeskContent, useDesk } from './use-desk.ts'
import { useSaving } from './use-saving.ts'

interface DraftingDeskProps {
  readonly ground: Ground
  /** The letter that is kept, null before the first version. */
  readonly letter: Letter | null
  /** Facts and choices to begin with. */
  readonly start: DeskContent
  /** Above the facts: the choice of language. */
  readonly children?: ReactNode
}

/** Facts on the one side, the letter as it becomes on the other. */
export function DraftingDesk({ ground, letter, start, children }: DraftingDeskProps) {
  const desk = useDesk(start)
  const saving = useSaving({ ground, letter, desk })
  const isPreviewed = letter === null || desk.isChanged
  const preview = usePreview(requestOf(ground, desk), isPreviewed)
  const draft = isPreviewed ? (preview.data ?? letter?.current.draft) : letter.current.draft
  const error = isPreviewed ? preview.error : null
  const isOutdated = isPreviewed && (preview.isFetching || error !== null)
  return (
    <>
      <DeskBar letter={letter} desk={desk} saving={saving} isOutdated={isOutdated} />
      {letter !== null && letter.latest.version > saving.base && (
        <NewerNote letter={letter} desk={desk} draft={draft} saving={saving} />
      )}
      <Working ground={ground} desk={desk} draft={draft} error={error}>
        {children}
      </Working>
      <LeaveDialog isChanged={desk.isChanged} />
    </>
  )
}

function requestOf({ rendition, envelope }: Ground, { content }: Desk): LetterRequest {
  const { documentId, language } = rendition
  return { documentId, language, envelope: envelope.eid, ...content }
}

interface WorkingProps {
  readonly ground: Ground
  readonly desk: Desk
  readonly draft: Draft | undefined
  readonly error: Error | null
  readonly children: ReactNode
}

function Working({ ground, desk, draft, error, children }: WorkingProps) {
  const say = useSay()
  const mayDraft = useMay('letter.draft')
  const blanks = useBlanks(desk)
  return (
    <div className={styles['layout']}>
      <div className={styles['form']}>
        {draft && <Attention draft={draft} onBlank={blanks.open} />}
        {mayDraft && (
          <form
            className={styles['fields']}
            aria-label={say('facts.title')}
            onSubmit={(event) => event.preventDefault()}
          >
            {children}
            <Fields ground={ground} desk={desk} />
          </form>
        )}
      </div>
      <div className={styles['paper']}>
        {error && <Failed error={error} hasEarlier={draft !== undefined} />}
        {!draft && !error && <LoadingBars />}
        {draft && (
          <DraftSheet
            draft={draft}
            conclusions={ground.rendition}
            onChoices={mayDraft ? desk.setChoices : null}
            blanks={blanks}
          />
        )}
      </div>
    </div>
  )
}

function Fields({ ground, desk }: Pick<WorkingProps, 'ground' | 'desk'>) {
  const { rendition, envelope, envelopes } = ground
  const together = draftedTogether(envelopes).find((group) => group.includes(envelope)) ?? []
  return (
    <>
      <Points
        points={pointsOf(together, rendition.paragraphList)}
        choices={desk.choices}
        onChoices={desk.setChoices}
      />
      <FactsForm
        form={desk.form}
        kind={kindOf(envelope)}
        hasRecipients={takesRecipients(envelope)}
        onForm={desk.setForm}
      />
    </>
  )
}

/** Why there is no newer letter; the earlier one stays below. */
function Failed({ error, hasEarlier }: { error: Error; hasEarlier: boolean }) {
  const say = useSay()
  return (
    <>
      <ErrorState error={error} />
      {hasEarlier && (
        <Note tone="overdue" isLive>
          <p>{say('draft.earlier')}</p>
        </Note>
      )}
    </>
  )
}

/** The Secretary-General needs no address; statements and recommendations go to nobody by name. */
function takesRecipients(envelope: Envelope): boolean {
  const kind = kindOf(envelope)
  if (kind !== 'transmitted_letter' && kind !== 'chair_letter') return false
  return !(envelope.addressees?.length === 1 && envelope.addressees[0] === 'secretary_general')
}
