import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '../../../components/button.tsx'
import { Panel } from '../../../components/panel.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import type { DocumentsAddress } from '../address.ts'
import { ImportRow } from './import-row.tsx'
import { importStore } from './import-store.ts'
import { ImportSummary } from './import-summary.tsx'
import { IntoNote } from './into-note.tsx'
import { countQueue } from './queue.ts'
import styles from './import-panel.module.css'

interface ImportPanelProps {
  readonly into: string | undefined
  readonly onAddress: (changes: Partial<DocumentsAddress>) => void
}

/** Where files are brought in: chosen or dropped, described where needed, sent, and reported on. */
export function ImportPanel({ into, onAddress }: ImportPanelProps) {
  const say = useSay()
  const queue = useSyncExternalStore(importStore.subscribe, importStore.read)
  const chosen = queue.filter(({ state }) => state.name === 'chosen').length
  useListRefresh(countQueue(queue).done)
  return (
    <Panel
      title={say('import.title')}
      onClose={() => onAddress({ import: undefined, into: undefined })}
    >
      {into !== undefined && (
        <IntoNote documentId={into} onLeave={() => onAddress({ into: undefined })} />
      )}
      <FileChoice into={into} />
      {queue.length > 0 && (
        <>
          <div className={styles['foot']}>
            {chosen > 0 && (
              <Button kind="primary" onPress={importStore.sendChosen}>
                {say('import.send', { count: chosen })}
              </Button>
            )}
            <ImportSummary queue={queue} />
          </div>
          <ol className={styles['queue']} aria-label={say('import.queue')}>
            {queue.map((item) => (
              <ImportRow key={item.id} item={item} />
            ))}
          </ol>
        </>
      )}
    </Panel>
  )
}

function FileChoice({ into }: { into: string | undefined }) {
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className={styles['choice']}>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="files"
        accept=".txt,.pdf,.docx,.html,.htm,text/plain,text/html,application/pdf"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          importStore.choose(files, { documentId: into })
          event.target.value = ''
        }}
      />
      <p className={styles['drop']}>
        <Button kind="secondary" icon="upload" onPress={() => input.current?.click()}>
          {say('import.choose')}
        </Button>
        {say('import.drop')}
      </p>
      <p className={styles['hint']}>{say('import.lead')}</p>
      <p className={styles['hint']}>{say('import.formats')}</p>
    </div>
  )
}

/** The list below shows a document as soon as it is in. */
function useListRefresh(done: number): void {
  const client = useQueryClient()
  useEffect(() => {
    if (done > 0) void client.invalidateQueries({ queryKey: ['documents'] })
  }, [client, done])
}
