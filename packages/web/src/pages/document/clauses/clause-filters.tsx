import { Button } from '../../../components/button.tsx'
import { FilterMenu } from '../../../components/filter-menu.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import type { DocumentPlace } from '../use-document-place.ts'
import styles from './clauses-view.module.css'
import {
  addresseesOf,
  type ClauseItem,
  countCodes,
  type Counted,
  fits,
  isNarrowed,
} from './items.ts'

interface ClauseFiltersProps {
  readonly items: readonly ClauseItem[]
  readonly place: DocumentPlace
}

type Narrowed = 'addressee' | 'violation' | 'theme'

/** What narrows the clauses down, each choice with how many would remain. */
export function ClauseFilters({ items, place }: ClauseFiltersProps) {
  const say = useSay()
  const { address } = place
  /** Counts take all other filters as they are. */
  const others = (name: Narrowed) =>
    items
      .filter((item) => fits(item, { ...address, [name]: undefined }))
      .map(({ clause }) => clause)
  return (
    <div className={styles['filters']} role="group" aria-label={say('clauses.filter')}>
      <Filter
        name="addressee"
        place={place}
        counts={countCodes(others('addressee').map(addresseesOf))}
        nameOf={(code) => say(`addressee.${code}`)}
      />
      <Filter
        name="violation"
        place={place}
        counts={countCodes(others('violation').map(({ violations }) => violations))}
        nameOf={(code) => say(`violation.${code}`)}
      />
      <Filter
        name="theme"
        place={place}
        counts={countCodes(others('theme').map(({ themes }) => themes))}
        nameOf={(code) => say(`theme.${code}`)}
      />
      {isNarrowed(address) && <ShowAll place={place} />}
    </div>
  )
}

/** The way out of all filters at once. */
export function ShowAll({ place }: Pick<ClauseFiltersProps, 'place'>) {
  const say = useSay()
  const all = { kind: undefined, addressee: undefined, violation: undefined, theme: undefined }
  return (
    <Button kind="quiet" size="s" icon="x" onPress={() => place.change(all)}>
      {say('actions.clear')}
    </Button>
  )
}

interface FilterProps<Code extends string> {
  readonly name: Narrowed
  readonly place: DocumentPlace
  readonly counts: readonly Counted<Code>[]
  readonly nameOf: (code: Code) => string
}

function Filter<Code extends string>({ name, place, counts, nameOf }: FilterProps<Code>) {
  const say = useSay()
  return (
    <FilterMenu<string>
      label={say(`actions.filter.${name}`)}
      value={place.address[name] ?? ''}
      onChange={(code) => place.change({ [name]: code === '' ? undefined : code })}
      options={[
        { value: '', label: say(`clauses.filter.${name}.any`) },
        ...counts.map(({ code, count }) => ({ value: code, label: nameOf(code), count })),
      ]}
    />
  )
}
