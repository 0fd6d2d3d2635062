import type { CorrectionEntry } from '@vigil/contract/schemas'
import type { Paragraph } from '@vigil/core/documents'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useMay } from '../../../api/session.ts'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { LoadingBars } from '../../../components/loading-bars.tsx'
import { Panel } from '../../../components/panel.tsx'
import { useToasts } from '../../../components/toasts.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useFormats } from '../../documents/parts/use-formats.ts'
import { Codes } from './codes.tsx'
import styles from './history.module.css'
import { type Rendered, useClauseChanges, useCorrections } from './queries.ts'

interface HistoryProps {
  readonly rendered: Rendered
  readonly paragraphs: readonly Paragraph[]
  readonly onClose: () => void
}

/** Who put what right, when, what stood there before and after; each can be taken back. */
export function History({ rendered, paragraphs, onClose }: HistoryProps) {
  const say = useSay()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.focus(), [])
  const { data, error, refetch } = useCorrections(rendered.documentId)
  return (
    <div ref={list} tabIndex={-1} className={styles['history']}>
      <Panel title={say('clauses.history')} onClose={onClose}>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingBars />}
        {data?.corrections.length === 0 && <EmptyState title={say('clauses.history.none')} />}
        <ol className={styles['list']}>
          {data?.corrections.map((entry) => (
            <li key={entry.id} className={styles['entry']}>
              <Entry entry={entry} rendered={rendered} paragraphs={paragraphs} />
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  )
}

interface EntryProps extends Omit<HistoryProps, 'onClose'> {
  readonly entry: CorrectionEntry
}

function Entry({ entry, rendered, paragraphs }: EntryProps) {
  const say = useSay()
  const { formatTime } = useFormats()
  return (
    <>
      <p className={styles['who']}>
        <b>{say(`correction.${entry.type}`)}</b> · <bdi>{entry.by.name}</bdi> ·{' '}
        <time dateTime={entry.at}>{formatTime(entry.at)}</time>
        {entry.state !== 'inForce' && <> · {say(`correction.state.${entry.state}`)}</>}
      </p>
      <p className={styles['clause']}>
        <Link
          to="."
          params={(old) => ({ ...old, eid: entry.paragraph })}
          search={(old) => old}
          replace
          resetScroll={false}
        >
          {paragraphs.find(({ eid }) => eid === entry.paragraph)?.label ??
            say('citations.place.unnumbered')}
        </Link>{' '}
        <span lang={entry.language}>{entry.text}</span>
      </p>
      <ul>
        {entry.effect.map(({ field, before, after }) => (
          <li key={field}>
            {say(`clauseField.${field}`)}: <Codes field={field} codes={before} /> →{' '}
            <Codes field={field} codes={after} />
          </li>
        ))}
      </ul>
      {entry.state === 'inForce' && <TakeBack entry={entry} rendered={rendered} />}
    </>
  )
}

function TakeBack({ entry, rendered }: Omit<EntryProps, 'paragraphs'>) {
  const say = useSay()
  const toasts = useToasts()
  const mayCorrect = useMay('clause.correct')
  const { undo } = useClauseChanges(rendered)
  // Told by a promise: what was taken back loses its button before the answer is here.
  const takeBack = async () => {
    await undo.mutateAsync(entry.id)
    toasts.show(say('correction.undo.done'))
  }
  if (!mayCorrect) return null
  return (
    <Button
      size="s"
      isPending={undo.isPending}
      onPress={() => void takeBack().catch(toasts.showError)}
    >
      {say('clause.undo')}
    </Button>
  )
}
