import { DocumentKind } from '@vigil/core/documents'
import { SelectField } from '../../../components/select-field.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { importStore } from './import-store.ts'
import { LanguageField } from './language-field.tsx'
import type { FileFacts, QueuedFile } from './queue.ts'
import styles from './import-row.module.css'

/** What the person may say about a file before it is sent; folded away, since the text says most. */
export function FactsForm({ item }: { item: QueuedFile }) {
  const say = useSay()
  const { id, file, facts } = item
  const change = (changes: FileFacts) => importStore.say(id, { ...facts, ...changes })
  return (
    <details className={styles['facts']}>
      <summary aria-label={say('import.facts.of', { file: file.name })}>
        {say('import.facts')}
      </summary>
      <div className={styles['fields']}>
        <TextField
          label={say('import.symbol')}
          hint={say('import.symbol.hint')}
          value={facts.symbol ?? ''}
          onChange={(symbol) => change({ symbol })}
        />
        <LanguageField value={facts.language} onChange={(language) => change({ language })} />
        <SelectField<DocumentKind | 'text'>
          label={say('import.kind')}
          value={facts.kind ?? 'text'}
          onChange={(kind) => change({ kind: kind === 'text' ? undefined : kind })}
          options={[
            { value: 'text', label: say('import.fromText') },
            ...DocumentKind.options.map((kind) => ({ value: kind, label: say(`kind.${kind}`) })),
          ]}
        />
      </div>
    </details>
  )
}
