import type { Document } from '@vigil/contract/schemas'
import { useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useDocumentChanges } from '../parts/queries.ts'
import { useProblemText } from '../parts/use-problem-text.ts'
import { importStore } from './import-store.ts'
import type { QueuedFile } from './queue.ts'
import styles from './import-row.module.css'

/** Asks for the symbol of a document whose text carries none. */
export function SymbolForm({ item, document }: { item: QueuedFile; document: Document }) {
  const say = useSay()
  const problemText = useProblemText()
  const [symbol, setSymbol] = useState('')
  const { correct } = useDocumentChanges(document.id)
  const save = () =>
    correct.mutate({ symbol: symbol.trim() }, { onSuccess: (corrected) => show(item, corrected) })
  return (
    <form
      className={styles['symbol']}
      onSubmit={(event) => {
        event.preventDefault()
        if (symbol.trim() !== '') save()
      }}
    >
      <TextField
        label={say('import.symbol')}
        hint={say('import.noSymbol')}
        error={correct.error ? problemText(correct.error) : undefined}
        value={symbol}
        onChange={setSymbol}
      />
      <Button kind="secondary" type="submit" isPending={correct.isPending}>
        {say('import.noSymbol.enter')}
      </Button>
    </form>
  )
}

function show(item: QueuedFile, document: Document): void {
  if (item.state.name !== 'done') return
  importStore.setState(item.id, { name: 'done', imported: { ...item.state.imported, document } })
}
