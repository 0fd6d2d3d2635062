import type { Clause } from '@vigil/core/documents'
import { useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import styles from './clause-form.module.css'
import { useFormKeys } from './form-keys.ts'
import { wordsAfterFirst } from './words.ts'

interface SplitFormProps {
  readonly clause: Clause
  readonly isPending: boolean
  /** `cut` is where the second clause starts, as an offset in the paragraph. */
  readonly onSplit: (cut: number) => void
  readonly onCancel: () => void
}

/** Cuts a clause in two: the word is chosen that the second one opens with. */
export function SplitForm({ clause, isPending, onSplit, onCancel }: SplitFormProps) {
  const say = useSay()
  const form = useFormKeys(onCancel)
  const [cut, setCut] = useState<number | null>(null)
  const { first, words } = wordsAfterFirst(clause.text)
  return (
    <form
      ref={form}
      className={styles['form']}
      aria-label={say('clause.split')}
      onSubmit={(event) => {
        event.preventDefault()
        if (cut !== null) onSplit(clause.at + cut)
      }}
    >
      <fieldset className={styles['words']}>
        <legend>{say('clause.split.help')}</legend>
        {first}{' '}
        {words.map(({ at, word }) => (
          <label key={at}>
            <input type="radio" name="cut" checked={cut === at} onChange={() => setCut(at)} />
            <span>{word}</span>{' '}
          </label>
        ))}
      </fieldset>
      <div className={styles['buttons']}>
        <Button
          type="submit"
          kind="primary"
          size="s"
          isPending={isPending}
          unavailable={cut === null ? say('clause.split.noWord') : undefined}
        >
          {say('clause.split.do')}
        </Button>
        <Button size="s" onPress={onCancel}>
          {say('dialog.cancel')}
        </Button>
      </div>
    </form>
  )
}
