import type { ReactNode } from 'react'
import styles from './field.module.css'
import { Icon } from './icon.tsx'

/** What every field of a form says beside its value. */
export interface FieldWords {
  readonly label: string
  readonly hint?: ReactNode
  /** What is wrong and what to do, in one sentence. */
  readonly error?: string | undefined
}

interface FieldProps extends FieldWords {
  /** The control's id; its hint and error are `<id>-hint` and `<id>-error`. */
  readonly id: string
  readonly children: ReactNode
}

/** Label, hint, control and error of one field, in that order. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {hint && (
        <div id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </div>
      )}
      {children}
      {error && (
        <div id={`${id}-error`} className={styles['error']} role="alert">
          <Icon name="triangle-alert" size="s" />
          <span>{error}</span>
        </div>
      )}
    </div>
  )
}

/** The attributes that tie a control to its hint and error. */
export function described(id: string, { hint, error }: Pick<FieldWords, 'hint' | 'error'>) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': error ? true : undefined,
  }
}
