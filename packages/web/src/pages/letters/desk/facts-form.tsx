import { DocumentLanguage } from '@vigil/core/documents'
import type { DraftKind } from '@vigil/core/letters'
import { SelectField } from '../../../components/select-field.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import styles from './desk.module.css'
import {
  controlOf,
  FACT_GROUPS,
  type FactForm,
  type FactGroup,
  type FactPath,
  isUsed,
} from './fact-form.ts'
import { Recipients } from './recipients.tsx'
import type { Change } from './use-desk.ts'

interface FactsFormProps {
  readonly form: FactForm
  readonly kind: DraftKind
  /** Whether the letter names the persons it goes to. */
  readonly hasRecipients: boolean
  readonly onForm: Change<FactForm>
}

/** What the letter needs and the conclusions do not say; what this letter does not use stands apart. */
export function FactsForm({ form, kind, hasRecipients, onForm }: FactsFormProps) {
  const say = useSay()
  const used = FACT_GROUPS.filter(({ name }) => isUsed(kind, name))
  const others = FACT_GROUPS.filter(({ name }) => !isUsed(kind, name))
  const setValue = (path: FactPath, value: string) =>
    onForm((now) => ({ ...now, values: { ...now.values, [path]: value } }))
  const recipients = (
    <Recipients
      recipients={form.recipients}
      onRecipients={(change) => onForm((now) => ({ ...now, recipients: change(now.recipients) }))}
    />
  )
  return (
    <>
      {hasRecipients && recipients}
      {used.map((group) => (
        <Group key={group.name} group={group} values={form.values} onValue={setValue} />
      ))}
      {(others.length > 0 || !hasRecipients) && (
        <details className={styles['fold']}>
          <summary>{say('facts.unused')}</summary>
          {others.map((group) => (
            <Group key={group.name} group={group} values={form.values} onValue={setValue} />
          ))}
          {!hasRecipients && recipients}
        </details>
      )}
    </>
  )
}

interface GroupProps {
  readonly group: FactGroup
  readonly values: FactForm['values']
  readonly onValue: (path: FactPath, value: string) => void
}

function Group({ group, values, onValue }: GroupProps) {
  const say = useSay()
  return (
    <fieldset className={styles['group']}>
      <legend>{say(`facts.group.${group.name}`)}</legend>
      {group.paths.map((path) => (
        <Fact key={path} path={path} value={values[path]} onValue={(next) => onValue(path, next)} />
      ))}
    </fieldset>
  )
}

interface FactProps {
  readonly path: FactPath
  readonly value: string
  readonly onValue: (value: string) => void
}

const MAX_LENGTH = 500

function Fact({ path, value, onValue }: FactProps) {
  const say = useSay()
  const control = controlOf(path)
  const label = say(`fact.${path}`)
  const hint = say(`fact.${path}.hint`)
  if (control === 'language') {
    return (
      <SelectField
        name={path}
        label={label}
        hint={hint}
        value={value}
        options={[
          { value: '', label: say('facts.language.none') },
          ...DocumentLanguage.options.map((code) => ({
            value: code,
            label: say(`language.${code}`),
          })),
        ]}
        onChange={onValue}
      />
    )
  }
  return (
    <TextField
      name={path}
      label={label}
      hint={hint}
      value={value}
      type={control === 'day' ? 'date' : 'text'}
      maxLength={MAX_LENGTH}
      isPlain={path.endsWith('ymbol')}
      onChange={onValue}
    />
  )
}
