import type { Letter, LetterReturn } from '@vigil/contract/schemas'
import { Link, useSearch } from '@tanstack/react-router'
import { useMay } from '../../../api/session.ts'
import { EmptyState } from '../../../components/empty-state.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useFormats } from '../../documents/parts/use-formats.ts'
import type { Conclusions } from '../parts/clause-links.tsx'
import { HandBack } from './hand-back.tsx'
import { Result } from './result.tsx'
import styles from './returns.module.css'

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
    <div className={styles['layout']}>
      <div className={styles['side']}>
        {mayDraft && <HandBack letter={letter} />}
        {letter.returns.length > 0 && (
          <nav aria-label={say('letter.view.returns')}>
            <ol className={styles['list']}>
              {letter.returns.map((one) => (
                <li key={one.id}>
                  <Entry entry={one} isCurrent={one === shown} />
                </li>
              ))}
            </ol>
          </nav>
        )}
      </div>
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
    </div>
  )
}

function Entry({ entry, isCurrent }: { entry: LetterReturn; isCurrent: boolean }) {
  const say = useSay()
  const { formatTime } = useFormats()
  const { id, file, returned, version, by, at } = entry
  return (
    <Link
      to="."
      search={{ view: 'returns', returned: id }}
      replace
      className={styles['entry']}
      aria-current={isCurrent ? 'true' : undefined}
    >
      <bdi>{file.name}</bdi>
      <span>
        {say(`returned.${returned}`)} · {say('letter.version', { version })}
      </span>
      <span>
        <bdi>{by.name}</bdi>, <time dateTime={at}>{formatTime(at)}</time>
      </span>
    </Link>
  )
}
