import { useEffect, useRef } from 'react'
import { classNames } from '../components/class-names.ts'
import { Icon } from '../components/icon.tsx'
import { useSay } from '../i18n/use-say.ts'
import type { Place } from './quick-search-places.ts'
import styles from './quick-search.module.css'

interface QuickSearchPlaceProps {
  readonly id: string
  readonly place: Place
  readonly isCurrent: boolean
  readonly onOpen: () => void
}

/** One line of what was found. The keys are handled by the field that keeps the focus. */
export function QuickSearchPlace({ id, place, isCurrent, onOpen }: QuickSearchPlaceProps) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isCurrent) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <div
      ref={line}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      className={classNames(styles['place'], isCurrent && styles['current'])}
      onPointerUp={onOpen}
    >
      <Icon name={ICON[place.kind]} />
      <span className={styles['words']}>
        <Words place={place} />
      </span>
    </div>
  )
}

const ICON = { document: 'file-text', paragraph: 'link', all: 'search' } as const

function Words({ place }: { place: Place }) {
  const say = useSay()
  switch (place.kind) {
    case 'all':
      return say('quickSearch.all', { words: place.words })
    case 'document':
      return (
        <>
          {place.document.symbol !== null && (
            <>
              <bdi className={styles['symbol']}>{place.document.symbol}</bdi>{' '}
            </>
          )}
          <bdi>{place.document.title ?? say('documents.noTitle')}</bdi>
        </>
      )
    case 'paragraph':
      return (
        <>
          <span className={styles['source']}>
            <bdi>{place.hit.symbol ?? place.hit.title ?? say('documents.noTitle')}</bdi>
            {place.hit.label !== null && (
              <bdi>{say('quickSearch.paragraph', { label: place.hit.label })}</bdi>
            )}
          </span>
          <span lang={place.hit.language} className={styles['excerpt']}>
            {place.hit.excerpt.map(({ text, hit }, index) =>
              hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
            )}
          </span>
        </>
      )
  }
}
