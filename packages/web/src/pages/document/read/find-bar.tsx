import { useEffect, useRef } from 'react'
import { Icon } from '../../../components/icon.tsx'
import { Button } from '../../../components/button.tsx'
import { VisuallyHidden } from '../../../components/visually-hidden.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { isFindable } from '../view/find.ts'
import styles from './find-bar.module.css'

interface FindBarProps {
  readonly words: string
  readonly count: number
  /** Index of the place looked at; null before the first step. */
  readonly position: number | null
  readonly onWords: (words: string) => void
  /** Looks at the first place of words that are only now handed on. */
  readonly onBegin: (words: string) => void
  readonly onStep: (by: 1 | -1) => void
}

/** Finding words in the document that is open; hits are marked in its text. */
export function FindBar({ onBegin, onStep, ...found }: FindBarProps) {
  const { words, onWords } = found
  const say = useSay()
  const { input, wait, sendNow } = useTyped(words, onWords)
  return (
    <search>
      <form
        className={styles['bar']}
        onSubmit={(event) => {
          event.preventDefault()
          if (sendNow()) onBegin(input.current?.value ?? '')
          else onStep(1)
        }}
      >
        <label className={styles['field']}>
          <Icon name="search" />
          <VisuallyHidden>{say('document.find')}</VisuallyHidden>
          <input
            type="search"
            id="find-in-document"
            className={styles['input']}
            ref={input}
            defaultValue={words}
            placeholder={say('document.find')}
            autoComplete="off"
            maxLength={200}
            onChange={wait}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                event.currentTarget.value = ''
                sendNow()
              }
              if (event.key === 'Enter' && event.shiftKey) {
                event.preventDefault()
                onStep(-1)
              }
            }}
          />
        </label>
        {isFindable(words) && (
          <>
            <Count {...found} />
            <Steps count={found.count} onStep={onStep} />
          </>
        )}
      </form>
    </search>
  )
}

function Count({ count, position }: Pick<FindBarProps, 'count' | 'position'>) {
  const say = useSay()
  return (
    <output className={styles['count']}>
      {position === null || count === 0
        ? say('document.find.count', { count })
        : say('document.find.position', { position: position + 1, count })}
    </output>
  )
}

/** How long typing must pause before the text is searched. */
const PAUSE_MS = 150

/** What is typed, handed on when the typing pauses, so that a long text does not hold up the keys. */
function useTyped(words: string, onWords: (words: string) => void) {
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef(0)
  useEffect(() => {
    const field = input.current
    if (field && field !== document.activeElement) field.value = words
  }, [words])
  useEffect(() => () => window.clearTimeout(timer.current), [])
  /** Hands on what stands in the field; false where that is known already. */
  const sendNow = (): boolean => {
    window.clearTimeout(timer.current)
    const typed = input.current?.value ?? ''
    if (typed !== words) onWords(typed)
    return typed !== words
  }
  const wait = () => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(sendNow, PAUSE_MS)
  }
  return { input, wait, sendNow }
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
