import { blockText, type Block } from '@vigil/core/letters'
import { useId, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import fieldStyles from '../../../components/field.module.css'
import { useSay } from '../../../i18n/use-say.ts'
import styles from './desk.module.css'

interface BlockEditorProps {
  readonly block: Block
  readonly onWords: (words: string) => void
  readonly onCancel: () => void
}

const MAX_LENGTH = 20_000

/** The words of one block to be written anew, in its place on the sheet. */
export function BlockEditor({ block, onWords, onCancel }: BlockEditorProps) {
  const say = useSay()
  const id = useId()
  const [words, setWords] = useState(() => blockText(block))
  const isEmpty = words.trim() === ''
  return (
    <form
      className={styles['editor']}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isEmpty) onWords(words)
      }}
    >
      <label htmlFor={id}>
        {say('draft.editor')} {block.marker}
      </label>
      <textarea
        autoComplete="off"
        id={id}
        ref={focusAtOnce}
        className={fieldStyles['control']}
        aria-describedby={`${id}-hint`}
        value={words}
        maxLength={MAX_LENGTH}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel()
        }}
      />
      <p id={`${id}-hint`} className={styles['hint']}>
        {say('draft.editor.hint')}
      </p>
      <div className={styles['buttons']}>
        <Button
          type="submit"
          kind="primary"
          size="s"
          unavailable={isEmpty ? say('draft.editor.empty') : undefined}
        >
          {say('draft.editor.take')}
        </Button>
        <Button size="s" onPress={onCancel}>
          {say('dialog.cancel')}
        </Button>
      </div>
    </form>
  )
}

/** It was asked for by a press of a button; the words to be changed come next. */
function focusAtOnce(area: HTMLTextAreaElement | null): void {
  area?.focus()
}
