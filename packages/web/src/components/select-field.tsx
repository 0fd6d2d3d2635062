import { useId } from 'react'
import { classNames } from './class-names.ts'
import { described, Field, type FieldWords } from './field.tsx'
import fieldStyles from './field.module.css'
import styles from './select-field.module.css'

interface Option<T extends string> {
  readonly value: T
  readonly label: string
}

interface SelectFieldProps<T extends string> extends FieldWords {
  readonly name?: string
  readonly value: T
  readonly options: readonly Option<T>[]
  readonly onChange: (value: T) => void
}

/** One of a few. The browser's own list: it works with every keyboard, phone and screen reader. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { label, hint, error, name, value, options, onChange } = props
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select
        {...described(id, { hint, error })}
        id={id}
        name={name}
        value={value}
        className={classNames(fieldStyles['control'], styles['select'])}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
