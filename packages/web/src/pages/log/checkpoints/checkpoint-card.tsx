import type { ListedCheckpoint } from '@vigil/contract/schemas'
import { Button } from '../../../components/button.tsx'
import { saveFile } from '../../../components/save-file.ts'
import { Tag } from '../../../components/tag.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useCopy } from '../../documents/parts/use-copy.ts'
import styles from './checkpoints.module.css'
import { useMoment } from '../use-moment.ts'

/** One checkpoint: when, how many entries, whether its signature holds, and its signs to compare. */
export function CheckpointCard({ checkpoint }: { checkpoint: ListedCheckpoint }) {
  const say = useSay()
  const formatMoment = useMoment()
  const { number, at, size, typed, isGenuine } = checkpoint
  return (
    <li className={styles['card']} aria-label={say('checkpoints.number', { number })}>
      <p className={styles['head']}>
        <time dateTime={at}>{formatMoment(at)}</time>
        <span>{say('checkpoints.size', { count: size })}</span>
        <span className={styles['number']}>{say('checkpoints.number', { number })}</span>
        {isGenuine ? (
          <Tag tone="verified" icon="circle-check">
            {say('checkpoints.genuine')}
          </Tag>
        ) : (
          <Tag tone="overdue" icon="triangle-alert">
            {say('checkpoints.false')}
          </Tag>
        )}
      </p>
      <p className={styles['typed']}>
        <Signs typed={typed} />
      </p>
      <Tools checkpoint={checkpoint} />
    </li>
  )
}

/** Groups of four, so that the eye finds its place again; lines break between them. */
function Signs({ typed }: { typed: string }) {
  return typed.split('-').map((group, at, groups) => (
    <span key={at} className={styles['group']}>
      {at < groups.length - 1 ? `${group}-` : group}
    </span>
  ))
}

function Tools({ checkpoint }: { checkpoint: ListedCheckpoint }) {
  const say = useSay()
  const copy = useCopy()
  const { number, typed, note } = checkpoint
  return (
    <div className={styles['cardTools']}>
      <Button
        kind="quiet"
        size="s"
        icon="copy"
        onPress={() => void copy(typed, say('checkpoints.copied'))}
      >
        {say('checkpoints.copy')}
      </Button>
      <Button
        kind="quiet"
        size="s"
        icon="download"
        onPress={() => saveFile(new Blob([note]), `checkpoint-${number}.txt`)}
      >
        {say('checkpoints.save')}
      </Button>
    </div>
  )
}
