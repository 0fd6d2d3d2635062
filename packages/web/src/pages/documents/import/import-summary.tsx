import { useRouter } from '@tanstack/react-router'
import { Button } from '../../../components/button.tsx'
import { saveFile } from '../../../components/save-file.ts'
import { useSay } from '../../../i18n/use-say.ts'
import { useCopy } from '../parts/use-copy.ts'
import { importStore } from './import-store.ts'
import { countQueue, hasEnded, isBusy, type Queue } from './queue.ts'
import { reportText } from './report.ts'
import { useOutcome } from './use-outcome.ts'
import styles from './import-panel.module.css'

/** How far the queue is, and what came of it: a report to copy or keep. */
export function ImportSummary({ queue }: { queue: Queue }) {
  const say = useSay()
  const copy = useCopy()
  const report = useReport(queue)
  const ended = queue.filter(hasEnded).length
  if (ended === 0 && !isBusy(queue)) return null
  return (
    <>
      <output className={styles['summary']}>
        {isBusy(queue)
          ? say('import.progress', { ended, total: queue.length })
          : say('import.summary', { ...countQueue(queue) })}
      </output>
      {isBusy(queue) ? (
        <Button kind="secondary" size="s" onPress={importStore.cancelAll}>
          {say('import.cancelAll')}
        </Button>
      ) : (
        <>
          <Button
            kind="quiet"
            size="s"
            onPress={() => void copy(report(), say('import.report.copied'))}
          >
            {say('import.report.copy')}
          </Button>
          <Button
            kind="quiet"
            size="s"
            onPress={() => saveFile(toTextFile(report()), say('import.report.file'))}
          >
            {say('import.report.save')}
          </Button>
          <Button kind="quiet" size="s" onPress={importStore.clearEnded}>
            {say('import.clear')}
          </Button>
        </>
      )}
    </>
  )
}

function useReport(queue: Queue): () => string {
  const say = useSay()
  const router = useRouter()
  const outcome = useOutcome()
  return () =>
    reportText(queue, {
      title: say('import.report.title'),
      summary: say('import.summary', { ...countQueue(queue) }),
      outcome,
      address: (documentId) =>
        new URL(
          router.buildLocation({
            to: '/documents/$documentId/{-$eid}',
            params: { documentId, eid: undefined },
          }).href,
          window.location.origin,
        ).href,
    })
}

function toTextFile(text: string): Blob {
  return new Blob([text], { type: 'text/plain;charset=utf-8' })
}
