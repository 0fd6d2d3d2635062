import type { DisclosureList } from '@vigil/contract/schemas'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { MoreButton } from '../../components/more-button.tsx'
import { CardTable } from '../../components/card-table.tsx'
import { Tag } from '../../components/tag.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { isNarrowed, UNFILTERED } from './address.ts'
import { LogFilters } from './log-filters.tsx'
import styles from './log-table.module.css'
import { nameAction } from './names.ts'
import { PersonName } from './person-name.tsx'
import { useDisclosures } from './queries.ts'
import type { LogViewProps } from './view-props.ts'
import { useMoment } from './use-moment.ts'

/** The register of what was taken along: who, when, how much, and why. */
export function DisclosuresView(props: LogViewProps) {
  const disclosures = useDisclosures(props.address)
  const { data, error, refetch } = disclosures
  return (
    <>
      <LogFilters {...props} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingBars />}
      {data && <Found {...props} disclosures={disclosures} />}
    </>
  )
}

interface FoundProps extends LogViewProps {
  readonly disclosures: ReturnType<typeof useDisclosures>
}

function Found({ disclosures, address, onAddress }: FoundProps) {
  const say = useSay()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = disclosures
  const rows = data?.pages.flatMap((page) => page.disclosures) ?? []
  if (rows.length === 0) {
    const clear = <Button onPress={() => onAddress(UNFILTERED)}>{say('log.clear')}</Button>
    return isNarrowed(address) ? (
      <EmptyState title={say('log.noneFits')} action={clear} />
    ) : (
      <EmptyState title={say('log.noneDisclosed')} />
    )
  }
  return (
    <>
      <DisclosureTable disclosures={rows} />
      {hasNextPage && (
        <MoreButton
          label={say('log.more')}
          shown={say('log.shown', { count: rows.length })}
          isPending={isFetchingNextPage}
          onMore={() => void fetchNextPage()}
        />
      )}
    </>
  )
}

type Disclosure = DisclosureList['disclosures'][number]

const COLUMNS = ['at', 'person', 'action', 'records', 'why'] as const

function DisclosureTable({ disclosures }: { disclosures: readonly Disclosure[] }) {
  const say = useSay()
  return (
    <CardTable
      caption={say('log.view.disclosures')}
      className={styles['table']}
      head={
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {say(`log.column.${column}`)}
            </th>
          ))}
        </tr>
      }
    >
      {disclosures.map((disclosure) => (
        <Row key={disclosure.id} disclosure={disclosure} />
      ))}
    </CardTable>
  )
}

function Row({ disclosure }: { disclosure: Disclosure }) {
  const say = useSay()
  const formatMoment = useMoment()
  const { at, person, action, records, reason, purpose, class: sensitivity } = disclosure
  return (
    <tr>
      <td className={styles['at']}>
        <time dateTime={at}>{formatMoment(at)}</time>
      </td>
      <td className={styles['person']}>
        <PersonName person={person} />
      </td>
      <th scope="row">{nameAction(action, say)}</th>
      <td>
        <span className={styles['outcome']}>
          {action === 'log.export' ? say('log.object.log') : say('log.records', { count: records })}
          <Tag>{say('log.class', { class: sensitivity })}</Tag>
        </span>
      </td>
      <td className={styles['reason']}>
        <bdi>{reason}</bdi>
        {purpose !== null && (
          <span className={styles['more']}>{say(`log.purpose.${purpose}`)}</span>
        )}
      </td>
    </tr>
  )
}
