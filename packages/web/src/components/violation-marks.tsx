import type { ViolationCode } from '@vigil/core/documents'
import { useSay } from '../i18n/use-say.ts'
import { classNames } from './class-names.ts'
import { Tag } from './tag.tsx'
import { SHAPED_VIOLATIONS, type ShapedViolation, VIOLATION_SHAPES } from './violation-shapes.ts'
import styles from './violation-marks.module.css'

interface ViolationMarkProps {
  readonly violation: ShapedViolation
  readonly size?: 's' | 'm'
  /** What it stands for; null where words beside it say so. */
  readonly label: string | null
}

/** Shape and colour of one of the six violations. */
export function ViolationMark({ violation, size = 'm', label }: ViolationMarkProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      focusable="false"
      className={classNames(styles['mark'], styles[violation], styles[size])}
      role={label === null ? undefined : 'img'}
      aria-label={label ?? undefined}
      aria-hidden={label === null ? true : undefined}
    >
      {label !== null && <title>{label}</title>}
      <path fillRule="evenodd" d={VIOLATION_SHAPES[violation]} />
    </svg>
  )
}

/** The violations something is about: a mark each, always in the same order; detention in words. */
export function ViolationMarks({ codes }: { codes: readonly ViolationCode[] }) {
  const say = useSay()
  if (codes.length === 0) return null
  return (
    <span className={styles['row']}>
      {codes.includes('ALL') ? (
        <span role="img" aria-label={say('violation.ALL')} className={styles['row']}>
          {SHAPED_VIOLATIONS.map((code) => (
            <ViolationMark key={code} violation={code} size="s" label={null} />
          ))}
        </span>
      ) : (
        SHAPED_VIOLATIONS.filter((code) => codes.includes(code)).map((code) => (
          <ViolationMark key={code} violation={code} size="s" label={say(`violation.${code}`)} />
        ))
      )}
      {codes.includes('DET') && <Tag>{say('violation.DET')}</Tag>}
    </span>
  )
}
