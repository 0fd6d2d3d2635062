import { type Block, blockText, type LetterChoices } from '@vigil/core/letters'
import { Button } from '../../../components/button.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useToasts } from '../../../components/toasts.tsx'
import { WordDifference } from '../../../components/word-difference.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { type Conclusions, ClauseLinks } from '../parts/clause-links.tsx'
import { differenceOf } from '../parts/word-runs.ts'
import { withWords } from './choices.ts'
import styles from './desk.module.css'
import { focusPen } from './focus.ts'
import type { Change } from './use-desk.ts'
import { Wordings } from './wordings.tsx'

/** How a block is changed. */
interface Editing {
  readonly onChoices: Change<LetterChoices>
  readonly onEdit: () => void
}

interface BesideProps {
  readonly block: Block
  readonly conclusions: Conclusions
  /** Null where this reader may not change anything. */
  readonly editing: Editing | null
}

/** What stands beside and below a block: where it comes from, other wordings, one's own words. */
export function Beside({ block, conclusions, editing }: BesideProps) {
  const say = useSay()
  const text = blockText(block)
  return (
    <>
      <div className={styles['margin']} data-tools="">
        <ClauseLinks source={block.source} clauses={block.clauses} conclusions={conclusions} />
        {editing !== null && (
          <Button
            kind="quiet"
            size="s"
            icon="pen-line"
            label={say('draft.edit', { words: text.slice(0, 40) })}
            onPress={editing.onEdit}
          />
        )}
      </div>
      <div className={styles['below']}>
        <Wordings block={block} onChoices={editing?.onChoices ?? null} />
        {block.edited !== null && (
          <Edited
            before={block.edited}
            after={text}
            onWords={
              editing &&
              ((words) => {
                editing.onChoices((now) => withWords(now, block.id, words))
                focusPen(block.id)
              })
            }
          />
        )}
      </div>
    </>
  )
}

interface EditedProps {
  readonly before: string
  readonly after: string
  /** Puts other words; null goes back to those of the draft. */
  readonly onWords: ((words: string | null) => void) | null
}

/** That somebody wrote these words, what the draft said, and the way back. */
function Edited({ before, after, onWords }: EditedProps) {
  const say = useSay()
  const toasts = useToasts()
  return (
    <div className={styles['aside']}>
      <Tag tone="accent" icon="pen-line">
        {say('draft.edited')}
      </Tag>
      <p>
        <WordDifference runs={differenceOf(before, after)} />
      </p>
      {onWords && (
        <Button
          size="s"
          icon="undo-2"
          onPress={() => {
            onWords(null)
            toasts.show(say('draft.putBack.done'), {
              label: say('draft.undo'),
              run: () => onWords(after),
            })
          }}
        >
          {say('draft.putBack')}
        </Button>
      )}
    </div>
  )
}
