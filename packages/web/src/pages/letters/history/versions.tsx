import type { Letter, LetterVersionSummary } from '@vigil/contract/schemas'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ErrorState } from '../../../components/error-state.tsx'
import { LoadingBars } from '../../../components/loading-bars.tsx'
import { Segmented } from '../../../components/segmented.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useFormats } from '../../documents/parts/use-formats.ts'
import { CheckRows } from '../parts/check-rows.tsx'
import type { Conclusions } from '../parts/clause-links.tsx'
import { compareDrafts } from '../parts/compare-drafts.ts'
import { Downloads } from '../parts/downloads.tsx'
import { BesideEntries, Entry, EntryList } from '../parts/entries.tsx'
import { useLetterVersion } from '../queries.ts'
import { Sheet } from '../sheet/sheet.tsx'
import styles from './versions.module.css'

interface VersionsProps {
  readonly letter: Letter
  readonly conclusions: Conclusions
}

/** Every version that was kept: as it was, or compared word by word with the newest. */
export function Versions({ letter, conclusions }: VersionsProps) {
  const say = useSay()
  const { version: asked } = useSearch({ from: '/letters/$letterId' })
  const version = asked ?? letter.latest.version
  return (
    <BesideEntries
      side={
        <EntryList label={say('letter.view.versions')}>
          {letter.versions.map((one) => (
            <Summary key={one.version} summary={one} isCurrent={one.version === version} />
          ))}
        </EntryList>
      }
    >
      <OneVersion key={version} letter={letter} version={version} conclusions={conclusions} />
    </BesideEntries>
  )
}

function Summary({ summary, isCurrent }: { summary: LetterVersionSummary; isCurrent: boolean }) {
  const say = useSay()
  const { formatTime } = useFormats()
  const { version, by, at, missing, edited } = summary
  return (
    <Entry search={{ view: 'versions', version }} isCurrent={isCurrent}>
      <b>{say('letter.version', { version })}</b>
      <span>
        <bdi>{by.name}</bdi>, <time dateTime={at}>{formatTime(at)}</time>
      </span>
      <span>
        {say('letters.missing', { count: missing })} · {say('letters.edited', { count: edited })}
      </span>
    </Entry>
  )
}

interface OneVersionProps extends VersionsProps {
  readonly version: number
}

function OneVersion({ letter, version, conclusions }: OneVersionProps) {
  const say = useSay()
  const [look, setLook] = useState<'sheet' | 'compared'>('sheet')
  const { data, error, refetch } = useLetterVersion({ letterId: letter.id, version })
  const newest = letter.latest.version
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingBars />
  return (
    <div className={styles['version']}>
      {version !== newest && (
        <div className={styles['tools']}>
          <Segmented
            label={say('letter.version', { version })}
            value={look}
            options={[
              { value: 'sheet', label: say('letter.version.asItWas') },
              { value: 'compared', label: say('letter.version.compared', { version: newest }) },
            ]}
            onChange={setLook}
          />
          <div className={styles['downloads']}>
            <Downloads letterId={letter.id} version={version} />
          </div>
        </div>
      )}
      {look === 'sheet' || version === newest ? (
        <Sheet draft={data.draft} />
      ) : (
        <CheckRows
          rows={compareDrafts(data.draft, letter.current.draft).rows}
          lang={letter.draftLanguage}
          conclusions={conclusions}
        />
      )}
    </div>
  )
}
