import { type ReactNode, useId } from 'react'
import styles from './checkbox-field.module.css'

interface CheckboxFieldProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
}

export function CheckboxField({ label, hint, isSelected, onChange }: CheckboxFieldProps) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <input
        id={id}
        type="checkbox"
        className={styles['box']}
        checked={isSelected}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <div id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </div>
      )}
    </div>
  )
}
