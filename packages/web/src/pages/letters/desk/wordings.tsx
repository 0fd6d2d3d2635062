import { type Alternative, type Block, blockText, type LetterChoices } from '@vigil/core/letters'
import { Button } from '../../../components/button.tsx'
import { Tag } from '../../../components/tag.tsx'
import { WordDifference } from '../../../components/word-difference.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { differenceOf } from '../parts/word-runs.ts'
import { withWording } from './choices.ts'
import styles from './desk.module.css'
import type { Change } from './use-desk.ts'

interface WordingsProps {
  readonly block: Block
  /** Null where nothing can be chosen. */
  readonly onChoices: Change<LetterChoices> | null
}

/** Other wordings of a block, which no letter at hand proves: taken by a person, or left. */
export function Wordings({ block, onChoices }: WordingsProps) {
  const say = useSay()
  if (block.alternatives.length === 0 || block.edited !== null) return null
  const choose = (reason: Alternative['reason'] | null) =>
    onChoices?.((now) => withWording(now, block.id, reason))
  if (block.accepted !== null) {
    return (
      <div className={styles['aside']}>
        <Tag tone="pending" icon="triangle-alert">
          {say('draft.wording.taken')}
        </Tag>
        <p>{say(`draft.wording.${block.accepted}`)}</p>
        {onChoices && (
          <Button size="s" icon="undo-2" onPress={() => choose(null)}>
            {say('draft.wording.back')}
          </Button>
        )}
      </div>
    )
  }
  const drafted = blockText(block)
  return (
    <details className={styles['offer']}>
      <summary>{say('draft.wording.offered', { count: block.alternatives.length })}</summary>
      {block.alternatives.map(({ reason, text }) => (
        <div key={reason} className={styles['aside']}>
          <p className={styles['hint']}>{say(`draft.wording.${reason}`)}</p>
          <p>
            <WordDifference runs={differenceOf(drafted, text)} />
          </p>
          {onChoices && (
            <Button size="s" icon="check" onPress={() => choose(reason)}>
              {say('draft.wording.take')}
            </Button>
          )}
        </div>
      ))}
    </details>
  )
}
