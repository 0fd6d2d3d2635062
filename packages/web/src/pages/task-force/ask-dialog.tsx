import { IncidentId } from '@vigil/contract/schemas'
import { useState } from 'react'
import { TextField } from '../../components/text-field.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { FormDialog } from './form-dialog.tsx'
import { useGlassChanges } from './queries.ts'

/** As short as a reason may be. */
const SHORTEST = 10

/** Asks to read one incident in need. */
export function AskDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const { ask } = useGlassChanges()
  const [id, setId] = useState('')
  const [reason, setReason] = useState('')
  const incident = IncidentId.safeParse(id.trim().toLowerCase())
  const isWhole = incident.success && reason.trim().length >= SHORTEST
  return (
    <FormDialog
      title={say('glass.ask.title')}
      lead={say('glass.ask.lead')}
      submit={say('glass.ask.save')}
      unavailable={isWhole ? undefined : say('glass.fault.missing')}
      change={ask}
      onClose={onClose}
      onSubmit={() => {
        if (!incident.success) return
        const params = { incidentId: incident.data }
        ask.mutate({ params, body: { reason } }, { onSuccess: onClose })
      }}
    >
      <TextField
        label={say('glass.field.incident')}
        hint={say('glass.field.incident.hint')}
        value={id}
        onChange={setId}
        maxLength={40}
        isPlain
      />
      <TextField
        label={say('glass.field.reason')}
        hint={say('glass.field.reason.hint')}
        value={reason}
        onChange={setReason}
        maxLength={1000}
      />
    </FormDialog>
  )
}
