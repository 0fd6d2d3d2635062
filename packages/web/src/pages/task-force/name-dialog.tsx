import { useState } from 'react'
import { useSession } from '../../api/session.ts'
import { CheckboxField } from '../../components/checkbox-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { FormDialog } from './form-dialog.tsx'
import { useTaskForceChanges } from './queries.ts'
import styles from './task-force.module.css'

interface Fields {
  readonly absent: string
  readonly officer: string
  readonly from: string
  readonly until: string
  readonly unStaff: boolean
}

/** Who acts for the reader, or for somebody who cannot say so, between two days. */
export function NameDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const { set } = useTaskForceChanges()
  const absent = useSession()?.account.signInName ?? ''
  const empty = { absent, officer: '', from: '', until: '', unStaff: false }
  const [fields, setFields] = useState<Fields>(empty)
  const isMissing = Object.values(fields).includes('')
  return (
    <FormDialog
      title={say('duty.name.title')}
      lead={say('duty.name.lead')}
      submit={say('duty.name.save')}
      unavailable={isMissing ? say('duty.fault.missing') : undefined}
      change={set}
      onClose={onClose}
      onSubmit={() => set.mutate({ body: fields }, { onSuccess: onClose })}
    >
      <NameFields fields={fields} onChange={(part) => setFields({ ...fields, ...part })} />
      <CheckboxField
        label={say('duty.field.unStaff')}
        hint={say('duty.field.unStaff.hint')}
        isSelected={fields.unStaff}
        onChange={(unStaff) => setFields({ ...fields, unStaff })}
      />
    </FormDialog>
  )
}

interface NameFieldsProps {
  readonly fields: Fields
  readonly onChange: (part: Partial<Fields>) => void
}

function NameFields({ fields, onChange }: NameFieldsProps) {
  const say = useSay()
  return (
    <div className={styles['pair']}>
      {(['absent', 'officer'] as const).map((name) => (
        <TextField
          key={name}
          label={say(`duty.field.${name}`)}
          hint={say(`duty.field.${name}.hint`)}
          value={fields[name]}
          onChange={(value) => onChange({ [name]: value })}
          isPlain
        />
      ))}
      {(['from', 'until'] as const).map((name) => (
        <TextField
          key={name}
          type="date"
          label={say(`field.${name}`)}
          value={fields[name]}
          onChange={(value) => onChange({ [name]: value })}
        />
      ))}
    </div>
  )
}
