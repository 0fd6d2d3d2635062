import { type ReactNode, type Ref, useId } from 'react'
import { described, Field, type FieldWords } from './field.tsx'
import styles from './field.module.css'

interface TextFieldProps extends FieldWords {
  readonly name?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'password' | 'search' | 'date'
  readonly autoComplete?: string
  readonly placeholder?: string
  readonly isRequired?: boolean
  readonly isPlain?: boolean
  readonly maxLength?: number
  readonly ref?: Ref<HTMLInputElement>
  /** A button that belongs to the field, after it. */
  readonly after?: ReactNode
}

/**
 * One line of text. `isPlain` keeps phones from correcting or capitalising what is typed. Unless
 * `autoComplete` says what it is, browsers are not to keep it for the next person at this computer.
 */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, onChange, isRequired, isPlain, after, type = 'text', ...rest } = props
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className={styles['beside']}>
        <input
          autoComplete="off"
          {...rest}
          {...described(id, { hint, error })}
          {...(isPlain === true && {
            autoCapitalize: 'none',
            autoCorrect: 'off',
            spellCheck: false,
          })}
          id={id}
          type={type}
          aria-required={isRequired}
          className={styles['control']}
          onChange={(event) => onChange(event.target.value)}
        />
        {after}
      </div>
    </Field>
  )
}
