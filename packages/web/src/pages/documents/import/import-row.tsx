import type { Document } from '@vigil/contract/schemas'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Button } from '../../../components/button.tsx'
import { Icon } from '../../../components/icon.tsx'
import { ProgressBar } from '../../../components/progress-bar.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { classNames } from '../../../components/class-names.ts'
import { shortName } from '../parts/names.ts'
import { useFormats } from '../parts/use-formats.ts'
import { FactsForm } from './facts-form.tsx'
import { importStore } from './import-store.ts'
import { isHeld, type FileState, type QueuedFile } from './queue.ts'
import { RefusalText } from './refusal-text.tsx'
import { SymbolForm } from './symbol-form.tsx'
import { useOutcome } from './use-outcome.ts'
import styles from './import-row.module.css'

/** One file of the queue: what it is, how far it is, and what can be done about it. */
export function ImportRow({ item }: { item: QueuedFile }) {
  const outcome = useOutcome()
  const { formatSize } = useFormats()
  const { file, state } = item
  return (
    <li className={styles['row']}>
      <div className={styles['file']}>
        <bdi className={styles['name']}>{file.name}</bdi>
        <span className={styles['size']}>{formatSize(file.size)}</span>
      </div>
      <div className={classNames(styles['state'], styles[toneOf(item)])}>
        <StateIcon item={item} />
        {outcome(state)}
      </div>
      <Actions item={item} />
      <Details item={item} />
    </li>
  )
}

function toneOf(item: QueuedFile): 'plain' | 'done' | 'held' | 'refused' {
  const { state } = item
  if (state.name === 'done') return 'done'
  if (state.name !== 'refused') return 'plain'
  return isHeld(state.problem) ? 'held' : 'refused'
}

const TONE_ICONS = { done: 'circle-check', held: 'info', refused: 'triangle-alert' } as const

function StateIcon({ item }: { item: QueuedFile }) {
  const tone = toneOf(item)
  return tone === 'plain' ? null : <Icon name={TONE_ICONS[tone]} />
}

function Actions({ item: { id, file, state } }: { item: QueuedFile }) {
  const say = useSay()
  const name = file.name
  return (
    <div className={styles['actions']}>
      {state.name === 'done' && <OpenLink document={state.imported.document} />}
      {mayRetry(state) && (
        <Button
          kind="quiet"
          size="s"
          label={say('import.retry.of', { file: name })}
          onPress={() => importStore.again(id)}
        >
          {say('import.retry')}
        </Button>
      )}
      {state.name === 'waiting' || state.name === 'sending' || state.name === 'reading' ? (
        <Button
          kind="quiet"
          size="s"
          label={say('import.cancel.of', { file: name })}
          onPress={() => importStore.cancel(id)}
        >
          {say('import.cancel')}
        </Button>
      ) : (
        <Button
          kind="quiet"
          size="s"
          icon="x"
          label={say('import.takeOff.of', { file: name })}
          onPress={() => importStore.takeOff(id)}
        />
      )}
    </div>
  )
}

/** Trying again helps where the line broke or the server was busy, not where the file stays as it is. */
function mayRetry(state: FileState): boolean {
  if (state.name === 'cancelled') return true
  return state.name === 'refused' && !isHeld(state.problem) && state.problem.code !== 'tooLarge'
}

/** What stands under a row, by its state. */
function Details({ item }: { item: QueuedFile }): ReactNode {
  const say = useSay()
  const { file, state } = item
  switch (state.name) {
    case 'chosen':
      return <FactsForm item={item} />
    case 'sending':
      return (
        <ProgressBar
          label={say('import.state.sending.of', { file: file.name })}
          share={state.share}
        />
      )
    case 'done':
      return state.imported.document.symbol === null ? (
        <SymbolForm item={item} document={state.imported.document} />
      ) : null
    case 'refused':
      return <RefusalText item={item} problem={state.problem} />
    case 'waiting':
    case 'reading':
    case 'cancelled':
      return null
  }
}

function OpenLink({ document }: { document: Document }) {
  const say = useSay()
  return (
    <Link
      className={styles['open']}
      to="/documents/$documentId/{-$eid}"
      params={{ documentId: document.id, eid: undefined }}
    >
      {say('import.open', { document: shortName(document) ?? say('documents.noTitle') })}
    </Link>
  )
}
