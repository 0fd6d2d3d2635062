import { Icon } from '../../../components/icon.tsx'
import { Button } from '../../../components/button.tsx'
import { VisuallyHidden } from '../../../components/visually-hidden.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import styles from './find-bar.module.css'

interface FindBarProps {
  readonly words: string
  readonly count: number
  /** Index of the place looked at; null before the first step. */
  readonly position: number | null
  readonly onWords: (words: string) => void
  readonly onStep: (by: 1 | -1) => void
}

/** Finding words in the document that is open; hits are marked in its text. */
export function FindBar({ words, count, position, onWords, onStep }: FindBarProps) {
  const say = useSay()
  return (
    <search>
      <form
        className={styles['bar']}
        onSubmit={(event) => {
          event.preventDefault()
          onStep(1)
        }}
      >
        <label className={styles['field']}>
          <Icon name="search" />
          <VisuallyHidden>{say('document.find')}</VisuallyHidden>
          <input
            type="search"
            id="find-in-document"
            className={styles['input']}
            value={words}
            placeholder={say('document.find')}
            autoComplete="off"
            maxLength={200}
            onChange={(event) => onWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') onWords('')
              if (event.key === 'Enter' && event.shiftKey) {
                event.preventDefault()
                onStep(-1)
              }
            }}
          />
        </label>
        {words.trim() !== '' && (
          <>
            <output className={styles['count']}>
              {position === null || count === 0
                ? say('document.find.count', { count })
                : say('document.find.position', { position: position + 1, count })}
            </output>
            <Steps count={count} onStep={onStep} />
          </>
        )}
      </form>
    </search>
  )
}

function Steps({ count, onStep }: Pick<FindBarProps, 'count' | 'onStep'>) {
  const say = useSay()
  if (count < 2) return null
  return (
    <>
      <Button
        kind="quiet"
        icon="chevron-up"
        label={say('document.find.previous')}
        onPress={() => onStep(-1)}
      />
      <Button
        kind="quiet"
        icon="chevron-down"
        label={say('document.find.next')}
        onPress={() => onStep(1)}
      />
    </>
  )
}
