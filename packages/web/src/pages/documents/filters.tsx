import { DocumentKind } from '@vigil/core/documents'
import { Segmented } from '../../components/segmented.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useSettledWords } from '../../components/use-settled-words.ts'
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
