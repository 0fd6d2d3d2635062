import {
  AddresseeCode,
  type Clause,
  type ClauseFields,
  ClauseKind,
  ThemeCode,
  VerbClass,
  ViolationCode,
} from '@vigil/core/documents'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { CheckboxField } from '../../../components/checkbox-field.tsx'
import { SelectField } from '../../../components/select-field.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import styles from './clause-form.module.css'
import { changedFields, fieldsOf } from './clause-fields.ts'
import { useFormKeys } from './form-keys.ts'

interface ClauseFormProps {
  readonly clause: Clause
  readonly isPending: boolean
  readonly onSave: (fields: Partial<ClauseFields>) => void
  readonly onCancel: () => void
}

/** What a clause is, set by a person. Only what was changed becomes a correction. */
export function ClauseForm({ clause, isPending, onSave, onCancel }: ClauseFormProps) {
  const say = useSay()
  const [fields, setFields] = useState(() => fieldsOf(clause))
  const form = useFormKeys(onCancel)
  const changed = changedFields(clause, fields)
  const isUnchanged = Object.keys(changed).length === 0
  return (
    <form
      ref={form}
      className={styles['form']}
      aria-label={say('clause.correct')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isUnchanged) onSave(changed)
      }}
    >
      <Fields fields={fields} onFields={(more) => setFields({ ...fields, ...more })} />
      <div className={styles['buttons']}>
        <Button
          type="submit"
          kind="primary"
          size="s"
          isPending={isPending}
          unavailable={isUnchanged ? say('document.correct.unchanged') : undefined}
        >
          {say('clause.save')}
        </Button>
        <Button size="s" onPress={onCancel}>
          {say('dialog.cancel')}
        </Button>
      </div>
    </form>
  )
}

interface FieldsProps {
  readonly fields: ClauseFields
  readonly onFields: (fields: Partial<ClauseFields>) => void
}

function Fields({ fields, onFields }: FieldsProps) {
  const say = useSay()
  return (
    <>
      <SelectField
        label={say('clauseField.kind')}
        value={fields.kind}
        options={ClauseKind.options.map((value) => ({ value, label: say(`clauseKind.${value}`) }))}
        onChange={(kind) => onFields({ kind })}
      />
      <SelectField<VerbClass | ''>
        label={say('clauseField.lemma')}
        value={fields.lemma ?? ''}
        options={[
          { value: '', label: say('clause.nothing') },
          ...VerbClass.options.map((value) => ({ value, label: say(`verbClass.${value}`) })),
        ]}
        onChange={(lemma) => onFields({ lemma: lemma === '' ? null : lemma })}
      />
      <AllCodes fields={fields} onFields={onFields} />
      <CheckboxField
        label={say('clause.urgent')}
        isSelected={fields.urgent}
        onChange={(urgent) => onFields({ urgent })}
      />
      <CheckboxField
        label={say('clause.continuing')}
        isSelected={fields.continuing}
        onChange={(continuing) => onFields({ continuing })}
      />
    </>
  )
}

/** Whom it addresses, which violations and which themes it is about. */
function AllCodes({ fields, onFields }: FieldsProps) {
  const say = useSay()
  return (
    <>
      <Codes
        legend={say('clauseField.addressees')}
        codes={AddresseeCode.options}
        chosen={fields.addressees ?? []}
        nameOf={(code) => say(`addressee.${code}`)}
        onChosen={(addressees) => onFields({ addressees })}
      >
        <CheckboxField
          label={say('clause.addressee.unknown')}
          isSelected={fields.addressees === null}
          onChange={(isUnknown) => onFields({ addressees: isUnknown ? null : [] })}
        />
      </Codes>
      <Codes
        legend={say('clauseField.violations')}
        codes={ViolationCode.options}
        chosen={fields.violations}
        nameOf={(code) => say(`violation.${code}`)}
        onChosen={(violations) => onFields({ violations })}
      />
      <Codes
        legend={say('clauseField.themes')}
        codes={ThemeCode.options}
        chosen={fields.themes}
        nameOf={(code) => say(`theme.${code}`)}
        onChosen={(themes) => onFields({ themes })}
      />
    </>
  )
}

interface CodesProps<Code extends string> {
  readonly legend: string
  readonly codes: readonly Code[]
  readonly chosen: readonly Code[]
  readonly nameOf: (code: Code) => string
  readonly onChosen: (codes: Code[]) => void
  /** What else may be said. */
  readonly children?: ReactNode
}

/** Any of a list of codes; they keep the order of the list. */
function Codes<Code extends string>(props: CodesProps<Code>) {
  const { legend, codes, chosen, nameOf, onChosen, children } = props
  return (
    <fieldset className={styles['codes']}>
      <legend>{legend}</legend>
      {codes.map((code) => (
        <CheckboxField
          key={code}
          label={nameOf(code)}
          isSelected={chosen.includes(code)}
          onChange={(isSelected) =>
            onChosen(codes.filter((one) => (one === code ? isSelected : chosen.includes(one))))
          }
        />
      ))}
      {children}
    </fieldset>
  )
}
