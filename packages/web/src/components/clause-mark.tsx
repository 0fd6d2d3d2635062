import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './clause-mark.module.css'

interface ClauseMarkProps {
  /** Address of the clause, so that it can be jumped to. */
  readonly id: string
  /** `view`: what members said, which asks nobody in the name of the body. */
  readonly kind: 'directive' | 'normative' | 'expressive' | 'view'
  /** It is the clause looked at. */
  readonly isCurrent?: boolean
  /** It answers none of the filters that are set. */
  readonly isAside?: boolean
  readonly children: ReactNode
}

/** The words of one clause within its paragraph; ground and line say what kind it is. */
export function ClauseMark(props: ClauseMarkProps) {
  const { id, kind, isCurrent = false, isAside = false, children } = props
  return (
    <span
      id={id}
      tabIndex={-1}
      data-clause={kind}
      aria-current={isCurrent ? 'location' : undefined}
      className={classNames(
        styles['clause'],
        styles[kind],
        isAside && styles['aside'],
        isCurrent && styles['current'],
      )}
    >
      {children}
    </span>
  )
}

/** The verb a clause hangs on. */
export function ClauseVerb({ children }: { children: ReactNode }) {
  return <b className={styles['verb']}>{children}</b>
}

function ClauseAnchor({ children, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a {...rest} className={styles['address']}>
      {children}
    </a>
  )
}

/** The number of a clause behind its words, small and raised; leads to its card. */
export const ClauseLink = createLink(ClauseAnchor)
