import { Entity } from '@vigil/core/policy'
import { useState } from 'react'
import { CheckboxField } from '../../components/checkbox-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { FormDialog } from './form-dialog.tsx'
import { useTaskForceChanges } from './queries.ts'
import styles from './task-force.module.css'

interface Fields {
  readonly operation: string
  readonly entities: readonly Entity[]
  readonly from: string
  readonly until: string
}

/** Which entities co-chair an operation from a day on. */
export function EnterDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const { enter } = useTaskForceChanges()
  const [fields, setFields] = useState<Fields>({ operation: '', entities: [], from: '', until: '' })
  const { operation, entities, from, until } = fields
  const isWhole = operation !== '' && entities.length >= 2 && from !== ''
  return (
    <FormDialog
      title={say('cochairs.enter.title')}
      lead={say('cochairs.enter.lead')}
      submit={say('cochairs.enter.save')}
      unavailable={isWhole ? undefined : say('cochairs.fault.missing')}
      change={enter}
      onClose={onClose}
      onSubmit={() => {
        const params = { operation: operation.trim().toLowerCase() }
        const body = { entities: [...entities], from, until: until === '' ? null : until }
        enter.mutate({ params, body }, { onSuccess: onClose })
      }}
    >
      <EnterFields fields={fields} onChange={(part) => setFields({ ...fields, ...part })} />
    </FormDialog>
  )
}

interface EnterFieldsProps {
  readonly fields: Fields
  readonly onChange: (part: Partial<Fields>) => void
}

function EnterFields({ fields, onChange }: EnterFieldsProps) {
  const say = useSay()
  return (
    <>
      <TextField
        label={say('cochairs.field.operation')}
        hint={say('cochairs.field.operation.hint')}
        value={fields.operation}
        onChange={(operation) => onChange({ operation })}
        maxLength={40}
        isPlain
      />
      <Entities fields={fields} onChange={onChange} />
      <div className={styles['pair']}>
        <TextField
          type="date"
          label={say('field.from')}
          value={fields.from}
          onChange={(from) => onChange({ from })}
        />
        <TextField
          type="date"
          label={say('field.until')}
          hint={say('cochairs.until.hint')}
          value={fields.until}
          onChange={(until) => onChange({ until })}
        />
      </div>
    </>
  )
}

function Entities({ fields: { entities }, onChange }: EnterFieldsProps) {
  const say = useSay()
  return (
    <fieldset className={styles['choices']}>
      <legend>{say('cochairs.column.entities')}</legend>
      {Entity.options.map((entity) => (
        <CheckboxField
          key={entity}
          label={say(`seat.${entity}`)}
          isSelected={entities.includes(entity)}
          onChange={(isSelected) => {
            const others = entities.filter((one) => one !== entity)
            onChange({ entities: isSelected ? [...others, entity] : others })
          }}
        />
      ))}
    </fieldset>
  )
}
