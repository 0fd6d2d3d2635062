import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { useSay } from '../../i18n/use-say.ts'
import { filesDropped } from './dropped-files.ts'
import styles from './drop-area.module.css'

interface DropAreaProps {
  readonly onFiles: (files: readonly File[]) => void
  readonly children: ReactNode
}

/** Takes files that are dropped anywhere on the page; the button does the same for everybody else. */
export function DropArea({ onFiles, children }: DropAreaProps) {
  const say = useSay()
  const [isOver, setIsOver] = useState(false)
  const depth = useRef(0)
  const track = (event: DragEvent, by: 1 | -1) => {
    if (!carriesFiles(event)) return
    depth.current = Math.max(0, depth.current + by)
    setIsOver(depth.current > 0)
  }
  return (
    <div
      className={styles['area']}
      role="presentation"
      onDragEnter={(event) => track(event, 1)}
      onDragLeave={(event) => track(event, -1)}
      onDragOver={(event) => {
        if (carriesFiles(event)) event.preventDefault()
      }}
      onDrop={(event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        depth.current = 0
        setIsOver(false)
        const files = [...event.dataTransfer.files]
        void filesDropped(event.dataTransfer)
          .catch(() => files)
          .then(onFiles)
      }}
    >
      {children}
      {isOver && <p className={styles['over']}>{say('documents.drop')}</p>}
    </div>
  )
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files')
}
