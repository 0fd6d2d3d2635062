import { NewLeaving } from '@vigil/contract/schemas'
import { useState } from 'react'
import { TextField } from '../../components/text-field.tsx'
import { FormDialog } from '../task-force/form-dialog.tsx'

interface ReasonDialogProps {
  readonly words: Readonly<Record<'title' | 'lead' | 'submit' | 'label' | 'missing', string>>
  readonly change: { readonly isPending: boolean; readonly error: Error | null }
  readonly onSubmit: (reason: string) => void
  readonly onClose: () => void
}

/** Asks for a reason of at least ten characters. */
export function ReasonDialog({ words, change, onSubmit, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const read = NewLeaving.shape.reason.safeParse(reason)
  return (
    <FormDialog
      title={words.title}
      lead={words.lead}
      submit={words.submit}
      unavailable={read.success ? undefined : words.missing}
      change={change}
      onSubmit={() => read.success && onSubmit(read.data)}
      onClose={onClose}
    >
      <TextField
        label={words.label}
        hint={words.missing}
        isRequired
        maxLength={1000}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  )
}
