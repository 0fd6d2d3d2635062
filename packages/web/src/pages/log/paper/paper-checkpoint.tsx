import type { PaperCheckpoint as Printed } from '@vigil/contract/schemas'
import { Section } from '../../../components/section.tsx'
import { Messages } from '../../../i18n/messages.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useMoment } from '../use-moment.ts'
import styles from './paper-checkpoint.module.css'

/**
 * What every paper prints that somebody signs or keeps as proof: the checkpoint of its moment, so that
 * copies in two offices are witnesses of the log. Nothing while the log has none.
 */
export function PaperCheckpoint({ checkpoint }: { checkpoint: Printed | null }) {
  return (
    checkpoint && (
      <Messages area="oversight">
        <Words checkpoint={checkpoint} />
      </Messages>
    )
  )
}

function Words({ checkpoint: { at, typed } }: { checkpoint: Printed }) {
  const say = useSay()
  const formatMoment = useMoment()
  return (
    <Section title={say('paper.checkpoint')}>
      <code className={styles['typed']}>{typed}</code>
      <p className={styles['words']}>{say('paper.checkpoint.words', { time: formatMoment(at) })}</p>
    </Section>
  )
}
