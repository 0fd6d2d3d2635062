import type { ActionList } from '@vigil/contract/schemas'
import { Button } from '../../components/button.tsx'
import { FilterMenu } from '../../components/filter-menu.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useSettledWords } from '../../components/use-settled-words.ts'
import { useSay } from '../../i18n/use-say.ts'
import styles from './action-filters.module.css'
import { type ActionsAddress, isNarrowed, UNFILTERED } from './address.ts'

interface ActionFiltersProps {
  readonly address: ActionsAddress
  readonly list: ActionList | undefined
  readonly onAddress: (changes: Partial<ActionsAddress>) => void
}

/** What narrows the list down, each with how many would remain; everything stands in the address. */
export function ActionFilters({ address, list, onAddress }: ActionFiltersProps) {
  const say = useSay()
  const [words, setWords] = useSettledWords(address.words ?? '', (settled) =>
    onAddress({ words: settled === '' ? undefined : settled }),
  )
  return (
    <search aria-label={say('actions.filter')}>
      <div className={styles['filters']}>
        <TextField
          label={say('actions.filter.words')}
          value={words}
          onChange={setWords}
          type="search"
        />
        <div className={styles['menus']}>
          <Menus address={address} list={list} onAddress={onAddress} />
          {isNarrowed(address) && (
            <Button
              kind="quiet"
              size="s"
              icon="x"
              onPress={() => {
                setWords('')
                onAddress(UNFILTERED)
              }}
            >
              {say('actions.clear')}
            </Button>
          )}
        </div>
        <output className={styles['count']}>
          {list ? say('actions.count', { count: list.total }) : ''}
        </output>
      </div>
    </search>
  )
}

function Menus({ address, list, onAddress }: ActionFiltersProps) {
  const say = useSay()
  const facets = list?.facets
  return (
    <>
      <FilterMenu
        label={say('actions.filter.kind')}
        value={address.kind ?? 'directive'}
        onChange={(kind) => onAddress({ kind: kind === 'directive' ? undefined : kind })}
        options={[
          { value: 'every', label: say('actions.filter.everyKind') },
          ...(facets?.kind ?? []).map(({ code, count }) => ({
            value: code,
            label: say(`clauseKind.${code}`),
            count,
          })),
        ]}
      />
      <Codes facets={facets} address={address} onAddress={onAddress} />
      <Facet
        name="document"
        chosen={address.document}
        choices={facets?.document.map(({ id, symbol, title, count }) => ({
          code: id,
          count,
          label: symbol ?? title ?? say('documents.noTitle'),
        }))}
        onChosen={(document) => onAddress({ document })}
      />
      <Facet
        name="reviewed"
        chosen={address.reviewed}
        choices={facets?.reviewed.map(({ code, count }) => {
          const value = code ? ('true' as const) : ('false' as const)
          return { code: value, count, label: say(`actions.reviewed.${value}`) }
        })}
        onChosen={(reviewed) => onAddress({ reviewed })}
      />
    </>
  )
}

interface CodesProps extends Pick<ActionFiltersProps, 'address' | 'onAddress'> {
  readonly facets: NonNullable<ActionFiltersProps['list']>['facets'] | undefined
}

/** What the actions are about, by the codes of their clauses. */
function Codes({ facets, address, onAddress }: CodesProps) {
  const say = useSay()
  return (
    <>
      <Facet
        name="addressee"
        chosen={address.addressee}
        choices={facets?.addressee.map((one) => ({ ...one, label: say(`addressee.${one.code}`) }))}
        onChosen={(addressee) => onAddress({ addressee })}
      />
      <Facet
        name="violation"
        chosen={address.violation}
        choices={facets?.violation.map((one) => ({ ...one, label: say(`violation.${one.code}`) }))}
        onChosen={(violation) => onAddress({ violation })}
      />
      <Facet
        name="theme"
        chosen={address.theme}
        choices={facets?.theme.map((one) => ({ ...one, label: say(`theme.${one.code}`) }))}
        onChosen={(theme) => onAddress({ theme })}
      />
    </>
  )
}

interface Choice<Code extends string> {
  readonly code: Code
  readonly label: string
  readonly count: number
}

interface FacetProps<Code extends string> {
  readonly name: 'addressee' | 'violation' | 'theme' | 'document' | 'reviewed'
  readonly chosen: Code | undefined
  /** Undefined while the counts are not here. */
  readonly choices: readonly Choice<Code>[] | undefined
  readonly onChosen: (code: Code | undefined) => void
}

function Facet<Code extends string>({ name, chosen, choices = [], onChosen }: FacetProps<Code>) {
  const say = useSay()
  return (
    <FilterMenu<Code | 'any'>
      label={say(`actions.filter.${name}`)}
      value={chosen ?? 'any'}
      onChange={(code) => onChosen(code === 'any' ? undefined : code)}
      options={[
        { value: 'any', label: say(`actions.filter.${name}.any`) },
        ...choices.map(({ code, label, count }) => ({ value: code, label, count })),
      ]}
    />
  )
}
