import { type ReactNode, type Ref, useId } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 's' | 'm' | 'l'

interface ButtonProps {
  readonly kind?: ButtonKind
  readonly size?: ButtonSize
  readonly icon?: IconName
  /** Says what the button does where it shows an icon alone. */
  readonly label?: string
  readonly type?: 'button' | 'submit'
  /** The id of the form that it sends, where it stands outside of it. */
  readonly form?: string
  readonly isWide?: boolean
  /** Work that the button began is under way: it keeps the focus and does nothing. */
  readonly isPending?: boolean
  /** Why the button does nothing now, in words; it stays visible and can be reached. */
  readonly unavailable?: string | undefined
  readonly onPress?: () => void
  readonly ref?: Ref<HTMLButtonElement>
  readonly children?: ReactNode
}

/** Does something; what leads somewhere is a LinkButton. */
export function Button(props: ButtonProps) {
  const { ref, kind = 'secondary', size = 'm', type = 'button', children, ...rest } = props
  const { icon, label, form, isWide = false, unavailable } = rest
  const reason = useId()
  return (
    <>
      <button
        {...behaviour(rest, reason)}
        ref={ref}
        type={type}
        form={form}
        className={buttonClass({ kind, size, isIconOnly: !children, isWide })}
        aria-label={label}
        title={children ? undefined : label}
      >
        {icon && <Icon name={icon} />}
        {children}
      </button>
      {unavailable !== undefined && <VisuallyHidden id={reason}>{unavailable}</VisuallyHidden>}
    </>
  )
}

type Behaviour = Pick<ButtonProps, 'isPending' | 'unavailable' | 'onPress'>

function behaviour({ isPending = false, unavailable, onPress }: Behaviour, reason: string) {
  const isIdle = isPending || unavailable !== undefined
  return {
    'aria-disabled': isIdle || undefined,
    'aria-busy': isPending || undefined,
    'aria-describedby': unavailable === undefined ? undefined : reason,
    onClick: isIdle ? stop : () => onPress?.(),
  }
}

/** A button that waits sends no form either. */
function stop(event: { preventDefault: () => void }): void {
  event.preventDefault()
}

interface Look {
  readonly kind: ButtonKind
  readonly size: ButtonSize
  readonly isIconOnly?: boolean
  readonly isWide?: boolean
}

/** The class names of something that looks like a button. */
export function buttonClass({ kind, size, isIconOnly = false, isWide = false }: Look): string {
  return classNames(
    styles['button'],
    styles[kind],
    styles[size],
    isIconOnly && styles['iconOnly'],
    isWide && styles['wide'],
  )
}
