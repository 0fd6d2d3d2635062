import { Entity, Role } from '@vigil/core/policy'
import { CheckboxField } from '../../../components/checkbox-field.tsx'
import { SelectField } from '../../../components/select-field.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import styles from './give-fields.module.css'
import type { GiveFields as Fields } from './give-form.ts'

interface GiveFieldsProps {
  readonly fields: Fields
  readonly onFields: (fields: Fields) => void
  /** The role that a further one cannot be held together with. */
  readonly excludedBy: (role: Role) => Role | undefined
}

/** Which roles, where, for whom and how long. */
export function GiveFields(props: GiveFieldsProps) {
  const say = useSay()
  const { fields, onFields } = props
  const change = (part: Partial<Fields>) => onFields({ ...fields, ...part })
  return (
    <>
      <RoleBoxes {...props} />
      <Place fields={fields} onChange={change} />
      <div className={styles['pair']}>
        <TextField
          type="date"
          label={say('give.from')}
          value={fields.from}
          onChange={(from) => change({ from })}
        />
        <TextField
          type="date"
          label={say('give.until')}
          hint={say('give.until.hint')}
          value={fields.until}
          onChange={(until) => change({ until })}
        />
      </div>
    </>
  )
}

interface PlaceProps {
  readonly fields: Fields
  readonly onChange: (part: Partial<Fields>) => void
}

function Place({ fields, onChange }: PlaceProps) {
  const say = useSay()
  return (
    <>
      <div className={styles['pair']}>
        <TextField
          label={say('give.operation')}
          hint={say('give.operation.hint')}
          value={fields.operation}
          onChange={(operation) => onChange({ operation })}
          maxLength={40}
          isPlain
        />
        <TextField
          label={say('give.regions')}
          hint={say('give.regions.hint')}
          value={fields.regions}
          onChange={(regions) => onChange({ regions })}
          maxLength={2000}
          isPlain
        />
      </div>
      <SelectField
        label={say('give.entity')}
        hint={say('give.entity.hint')}
        value={fields.entity}
        options={[
          { value: '', label: say('give.entity.none') },
          ...Entity.options.map((value) => ({ value, label: say(`entity.${value}`) })),
        ]}
        onChange={(entity) => onChange({ entity })}
      />
      <CheckboxField
        label={say('give.unStaff')}
        hint={say('give.unStaff.hint')}
        isSelected={fields.unStaff}
        onChange={(unStaff) => onChange({ unStaff })}
      />
    </>
  )
}

function RoleBoxes({ fields, onFields, excludedBy }: GiveFieldsProps) {
  const say = useSay()
  return (
    <fieldset className={styles['roles']}>
      <legend>{say('give.roles')}</legend>
      {Role.options.map((role) => {
        const excluding = excludedBy(role)
        return (
          <CheckboxField
            key={role}
            label={say(`role.${role}`)}
            hint={excluding && say('give.excludedBy', { role: say(`role.${excluding}`) })}
            isSelected={fields.roles.includes(role)}
            onChange={(isSelected) => {
              const others = fields.roles.filter((one) => one !== role)
              onFields({ ...fields, roles: isSelected ? [...others, role] : others })
            }}
          />
        )
      })}
    </fieldset>
  )
}
