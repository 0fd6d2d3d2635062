import { useSyncExternalStore } from 'react'
import { Note } from '../components/note.tsx'
import { useSay } from '../i18n/use-say.ts'
import styles from './offline-note.module.css'

/** Says that there is no line, and what that means; goes by itself when the line is back. */
export function OfflineNote() {
  const say = useSay()
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine)
  return (
    <div role="status" className={styles['place']}>
      {!isOnline && (
        <Note tone="pending" icon="cloud-off">
          <strong>{say('offline.title')}</strong> {say('offline.words')}
        </Note>
      )}
    </div>
  )
}

function listen(onChange: () => void): () => void {
  window.addEventListener('online', onChange)
  window.addEventListener('offline', onChange)
  return () => {
    window.removeEventListener('online', onChange)
    window.removeEventListener('offline', onChange)
  }
}
