import { type NewErasure, Pseudonym } from '@vigil/contract/schemas'
import { useState } from 'react'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { FormDialog } from '../task-force/form-dialog.tsx'
import { useErasureChanges } from './queries.ts'

/** As short as a reason may be. */
const SHORTEST = 10
const GROUNDS = [
  'consent_withdrawn',
  'did_not_occur',
  'retention_over',
  'recorded_in_error',
] as const satisfies readonly NewErasure['ground'][]

/** Asks that what identifies somebody be destroyed. */
export function AskDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const { ask } = useErasureChanges()
  const [person, setPerson] = useState('')
  const [ground, setGround] = useState<NewErasure['ground']>(GROUNDS[0])
  const [reason, setReason] = useState('')
  const pseudonym = Pseudonym.safeParse(person.trim().toLowerCase())
  const isWhole = pseudonym.success && reason.trim().length >= SHORTEST
  return (
    <FormDialog
      title={say('erasure.ask.title')}
      lead={say('erasure.ask.lead')}
      submit={say('erasure.ask')}
      unavailable={isWhole ? undefined : say('erasure.ask.missing')}
      change={ask}
      onClose={onClose}
      onSubmit={() => {
        if (!pseudonym.success) return
        const params = { identityId: pseudonym.data }
        ask.mutate({ params, body: { ground, reason } }, { onSuccess: onClose })
      }}
    >
      <TextField
        label={say('erasure.field.person')}
        hint={say('erasure.field.person.hint')}
        value={person}
        onChange={setPerson}
        maxLength={40}
        isPlain
      />
      <SelectField
        label={say('erasure.field.ground')}
        value={ground}
        onChange={setGround}
        options={GROUNDS.map((value) => ({ value, label: say(`erasure.ground.${value}`) }))}
      />
      <TextField
        label={say('erasure.field.reason')}
        hint={say('erasure.field.reason.hint')}
        value={reason}
        onChange={setReason}
        maxLength={1000}
      />
    </FormDialog>
  )
}
