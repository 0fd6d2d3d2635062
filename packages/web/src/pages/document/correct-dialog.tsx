import { DocumentKind } from '@vigil/core/documents'
import type { Document } from '@vigil/contract/schemas'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Note } from '../../components/note.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { ProblemError } from '../../problem-error.ts'
import { useDocumentChanges } from '../documents/parts/queries.ts'
import { useProblemText } from '../documents/parts/use-problem-text.ts'
import { correctionOf, DATE_NAMES, fieldsOf, type CorrectionFields } from './correct-form.ts'
import styles from './correct-dialog.module.css'

interface CorrectDialogProps {
  readonly document: Document
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Puts symbol, kind, title and dates right. */
export function CorrectDialog({ document, isOpen, onClose }: CorrectDialogProps) {
  const say = useSay()
  const { correct } = useDocumentChanges(document.id)
  const [fields, setFields] = useState(() => fieldsOf(document))
  const correction = correctionOf(document, fields)
  const save = () => {
    if (correction) correct.mutate(correction, { onSuccess: onClose })
  }
  return (
    <Dialog
      title={say('document.correct')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('document.cancel')}</Button>
          <Button
            kind="primary"
            isPending={correct.isPending}
            unavailable={correction ? undefined : say('document.correct.unchanged')}
            onPress={save}
          >
            {say('document.correct.save')}
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <p className={styles['lead']}>{say('document.correct.lead')}</p>
        {correct.error && <Refused error={correct.error} />}
        <Fields fields={fields} onFields={setFields} />
      </form>
    </Dialog>
  )
}

interface FieldsProps {
  readonly fields: CorrectionFields
  readonly onFields: (fields: CorrectionFields) => void
}

function Fields({ fields, onFields }: FieldsProps) {
  const say = useSay()
  return (
    <>
      <TextField
        label={say('document.correct.symbol')}
        hint={say('document.correct.symbol.hint')}
        value={fields.symbol}
        onChange={(symbol) => onFields({ ...fields, symbol })}
        maxLength={100}
        isPlain
      />
      <SelectField
        label={say('document.correct.kind')}
        value={fields.kind}
        options={DocumentKind.options.map((kind) => ({ value: kind, label: say(`kind.${kind}`) }))}
        onChange={(kind) => onFields({ ...fields, kind })}
      />
      <TextField
        label={say('document.correct.title')}
        value={fields.title}
        onChange={(title) => onFields({ ...fields, title })}
        maxLength={500}
      />
      <fieldset className={styles['dates']}>
        <legend>{say('document.correct.dates')}</legend>
        {DATE_NAMES.map((name) => (
          <TextField
            key={name}
            type="date"
            label={say(`date.${name}`)}
            value={fields.dates[name]}
            onChange={(date) => onFields({ ...fields, dates: { ...fields.dates, [name]: date } })}
          />
        ))}
      </fieldset>
    </>
  )
}

/** Why the server did not take the correction, with the way to the document that has the symbol. */
function Refused({ error }: { error: Error }) {
  const say = useSay()
  const problemText = useProblemText()
  const held = error instanceof ProblemError ? error.problem.documentId : undefined
  return (
    <Note tone="pending" isLive>
      <p>{problemText(error)}</p>
      {held !== undefined && (
        <Link to="/documents/$documentId/{-$eid}" params={{ documentId: held, eid: undefined }}>
          {say('document.correct.held.open')}
        </Link>
      )}
    </Note>
  )
}
