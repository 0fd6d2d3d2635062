import { useIntl } from 'react-intl'
import { buttonClass } from './button.tsx'
import { Icon } from './icon.tsx'
import { Menu } from './menu.tsx'

interface FilterOption<T extends string> {
  readonly value: T
  readonly label: string
  /** How many things remain if it is chosen. */
  readonly count?: number
}

interface FilterMenuProps<T extends string> {
  /** What it narrows down: "Addressee". */
  readonly label: string
  readonly value: T
  /** The first says that nothing is narrowed down. */
  readonly options: readonly FilterOption<T>[]
  readonly onChange: (value: T) => void
}

/** One choice out of several that narrows a list down; the button shows what is chosen and how many. */
export function FilterMenu<T extends string>(props: FilterMenuProps<T>) {
  const { label, value, options, onChange } = props
  const { formatNumber } = useIntl()
  const chosen = options.find((option) => option.value === value)
  const count = chosen?.count === undefined ? '' : `, ${formatNumber(chosen.count)}`
  return (
    <Menu
      label={label}
      triggerClass={buttonClass({ kind: 'secondary', size: 's' })}
      trigger={
        <>
          {chosen && `${chosen.label}${count}`}
          <Icon name="chevron-down" size="s" />
        </>
      }
      chosen={value}
      items={options.map((option) => ({
        id: option.value,
        label: option.label,
        count: option.count === undefined ? undefined : formatNumber(option.count),
        run: () => onChange(option.value),
      }))}
    />
  )
}
