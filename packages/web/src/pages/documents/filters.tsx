import { DocumentKind } from '@vigil/core/documents'
import { useEffect, useState } from 'react'
import { Segmented } from '../../components/segmented.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useSay } from '../../i18n/use-say.ts'
import type { DocumentsAddress } from './address.ts'
import styles from './filters.module.css'

interface FiltersProps {
  readonly address: DocumentsAddress
  readonly total: number | undefined
  readonly onAddress: (changes: Partial<DocumentsAddress>) => void
}

/** Words, kind, and held or removed; everything stands in the address. */
export function Filters({ address, total, onAddress }: FiltersProps) {
  const say = useSay()
  const [words, setWords] = useSettledWords(address.words ?? '', (settled) =>
    onAddress({ words: settled === '' ? undefined : settled }),
  )
  return (
    <search aria-label={say('documents.filter')}>
      <div className={styles['filters']}>
        <TextField
          label={say('documents.filter.words')}
          value={words}
          onChange={setWords}
          type="search"
        />
        <SelectField<DocumentKind | 'any'>
          label={say('documents.filter.kind')}
          value={address.kind ?? 'any'}
          onChange={(kind) => onAddress({ kind: kind === 'any' ? undefined : kind })}
          options={[
            { value: 'any', label: say('documents.filter.anyKind') },
            ...DocumentKind.options.map((kind) => ({ value: kind, label: say(`kind.${kind}`) })),
          ]}
        />
        <Segmented
          label={say('documents.view')}
          value={address.removed ? 'removed' : 'held'}
          onChange={(view) => onAddress({ removed: view === 'removed' ? true : undefined })}
          options={[
            { value: 'held', label: say('documents.view.held') },
            { value: 'removed', label: say('documents.view.removed') },
          ]}
        />
        <output className={styles['count']}>
          {total === undefined ? '' : say('documents.count', { count: total })}
        </output>
      </div>
    </search>
  )
}

const SETTLED_MS = 250

/** Words as they are typed, and handed on once the typing rests. */
function useSettledWords(known: string, onSettled: (words: string) => void) {
  const [words, setWords] = useState(known)
  useEffect(() => {
    if (words.trim() === known) return undefined
    const timer = setTimeout(() => onSettled(words.trim()), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [words, known, onSettled])
  return [words, setWords] as const
}
