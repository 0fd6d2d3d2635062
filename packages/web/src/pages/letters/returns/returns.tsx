import type { Letter, LetterReturn } from '@vigil/contract/schemas'
import { useSearch } from '@tanstack/react-router'
import { useMay } from '../../../api/session.ts'
import { EmptyState } from '../../../components/empty-state.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useFormats } from '../../documents/parts/use-formats.ts'
import type { Conclusions } from '../parts/clause-links.tsx'
import { BesideEntries, Entry, EntryList } from '../parts/entries.tsx'
import { HandBack } from './hand-back.tsx'
import { Result } from './result.tsx'

interface ReturnsProps {
  readonly letter: Letter
  readonly conclusions: Conclusions
}

/** What came back: edited copies and the letter as sent, each compared with the version it was made from. */
export function Returns({ letter, conclusions }: ReturnsProps) {
  const say = useSay()
  const mayDraft = useMay('letter.draft')
  const { returned } = useSearch({ from: '/letters/$letterId' })
  const shown = letter.returns.find(({ id }) => id === returned) ?? letter.returns[0]
  return (
    <BesideEntries
      side={
        <>
          {mayDraft && <HandBack letter={letter} />}
          {letter.returns.length > 0 && (
            <EntryList label={say('letter.view.returns')}>
              {letter.returns.map((one) => (
                <Returned key={one.id} entry={one} isCurrent={one === shown} />
              ))}
            </EntryList>
          )}
        </>
      }
    >
      {shown ? (
        <Result
          key={shown.id}
          entry={shown}
          lang={letter.draftLanguage}
          conclusions={conclusions}
        />
      ) : (
        <EmptyState title={say('returns.none')}>
          <p>{say('returns.none.help')}</p>
        </EmptyState>
      )}
    </BesideEntries>
  )
}

function Returned({ entry, isCurrent }: { entry: LetterReturn; isCurrent: boolean }) {
  const say = useSay()
  const { formatTime } = useFormats()
  const { id, file, returned, version, by, at } = entry
  return (
    <Entry search={{ view: 'returns', returned: id }} isCurrent={isCurrent}>
      <b>
        <bdi>{file.name}</bdi>
      </b>
      <span>
        {say(`returned.${returned}`)} · {say('letter.version', { version })}
      </span>
      <span>
        <bdi>{by.name}</bdi>, <time dateTime={at}>{formatTime(at)}</time>
      </span>
    </Entry>
  )
}
