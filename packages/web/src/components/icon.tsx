import { classNames } from './class-names.ts'
import styles from './icon.module.css'
import { ICONS, type IconName } from './icon-paths.ts'

interface IconProps {
  readonly name: IconName
  readonly size?: 's' | 'm' | 'l'
  /** Mirrored where lines run from right to left: arrows and chevrons that point along the line. */
  readonly isDirectional?: boolean
}

/** A drawing beside words that say the same; alone it says nothing to a screen reader. */
export function Icon({ name, size = 'm', isDirectional = false }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      className={classNames(styles['icon'], styles[size], isDirectional && styles['directional'])}
    >
      {ICONS[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  )
}
