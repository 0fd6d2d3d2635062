import { type KeyboardEvent, useId, useState } from 'react'
import { Dialog } from '../components/dialog.tsx'
import { ErrorState } from '../components/error-state.tsx'
import { Icon } from '../components/icon.tsx'
import { Kbd } from '../components/kbd.tsx'
import { useSay } from '../i18n/use-say.ts'
import { useSearch } from '../pages/documents/parts/queries.ts'
import { type Place, toPlaces } from './quick-search-places.ts'
import { QuickSearchPlace } from './quick-search-place.tsx'
import { useSettled } from '../components/use-settled.ts'
import { useOpenPlace } from './use-open-place.ts'
import styles from './quick-search.module.css'

const SHOWN = 8

/** Finds a document by its symbol or title and a paragraph by its words, from any page. */
export function QuickSearch({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const [words, setWords] = useState('')
  const asked = useSettled(words)
  const { data, error, refetch } = useSearch({ words: asked, limit: SHOWN })
  const places = asked.trim() === '' || !data ? [] : toPlaces(data, asked)
  const list = useId()
  const open = useOpenPlace(onClose)
  const { current, onKeyDown } = useArrowKeys(places, open)
  return (
    <Dialog title={say('quickSearch.title')} isOpen onClose={onClose}>
      <Field
        words={words}
        list={list}
        current={places[current] ? `${list}-${current}` : undefined}
        onWords={setWords}
        onKeyDown={onKeyDown}
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      <div
        role="listbox"
        id={list}
        aria-label={say('quickSearch.results')}
        className={styles['list']}
      >
        {places.map((place, index) => (
          <QuickSearchPlace
            key={place.key}
            id={`${list}-${index}`}
            place={place}
            isCurrent={index === current}
            onOpen={() => open(place)}
          />
        ))}
      </div>
      <p role="status" className={styles['status']}>
        {asked.trim() === ''
          ? say('quickSearch.help')
          : data &&
            say('quickSearch.count', { count: data.total, documents: data.documents.length })}
      </p>
      <p className={styles['keys']} aria-hidden="true">
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {say('quickSearch.move')} <Kbd>Enter</Kbd>{' '}
        {say('quickSearch.enter')} <Kbd>Esc</Kbd> {say('quickSearch.escape')}
      </p>
    </Dialog>
  )
}

interface FieldProps {
  readonly words: string
  /** Id of the list, and of the line in it that Enter opens. */
  readonly list: string
  readonly current: string | undefined
  readonly onWords: (words: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function Field({ words, list, current, onWords, onKeyDown }: FieldProps) {
  const say = useSay()
  return (
    <label className={styles['field']}>
      <Icon name="search" />
      <input
        type="text"
        role="combobox"
        aria-label={say('quickSearch.open')}
        aria-expanded={current !== undefined}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={current}
        className={styles['input']}
        placeholder={say('quickSearch.open')}
        value={words}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        // The dialog was opened to type here.
        autoFocus
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </label>
  )
}

function useArrowKeys(places: readonly Place[], open: (place: Place) => void) {
  const [wanted, setWanted] = useState(0)
  const current = Math.min(wanted, Math.max(0, places.length - 1))
  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const place = places[current]
    if (step !== undefined && places.length > 0) {
      setWanted((current + step + places.length) % places.length)
    } else if (event.key === 'Enter' && place) open(place)
    else return
    event.preventDefault()
  }
  return { current, onKeyDown }
}
