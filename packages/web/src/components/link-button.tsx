import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes } from 'react'
import { buttonClass, type ButtonKind, type ButtonSize } from './button.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

interface LookProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly kind?: ButtonKind
  readonly size?: ButtonSize
  readonly icon?: IconName
}

function ButtonAnchor({ kind = 'secondary', size = 'm', icon, children, ...rest }: LookProps) {
  return (
    <a {...rest} className={buttonClass({ kind, size })}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

/** A link to a page that stands where one expects a button. */
export const LinkButton = createLink(ButtonAnchor)
