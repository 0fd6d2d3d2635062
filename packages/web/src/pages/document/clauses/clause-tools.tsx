import type { DocumentLanguage } from '@vigil/core/documents'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useMay } from '../../../api/session.ts'
import { Button } from '../../../components/button.tsx'
import { useKeys } from '../../../components/use-keys.ts'
import { useSay } from '../../../i18n/use-say.ts'
import type { DocumentPlace } from '../use-document-place.ts'
import { ClauseForm } from './clause-form.tsx'
import styles from './clause-list.module.css'
import type { ClauseItem } from './items.ts'
import { SplitForm } from './split-form.tsx'
import { useCopyClause } from './use-copy-clause.ts'
import { useUndoableCorrection } from './use-undoable-correction.ts'

interface ClauseToolsProps {
  readonly item: ClauseItem
  readonly language: DocumentLanguage
  readonly hasNext: boolean
  readonly place: DocumentPlace
  /** What is known of the clause; a form stands in its place. */
  readonly children: ReactNode
}

/** What a person can put right about a clause, in its place; each change can be taken back. Views stay. */
export function ClauseTools({ item, language, hasNext, place, children }: ClauseToolsProps) {
  const mayCorrect = useMay('clause.correct') && !item.isView
  const { open, show, buttons } = useForms()
  const { change, isPending } = useUndoableCorrection(item, { place, language })
  const close = () => show(null)
  const isUsable = mayCorrect && open === null
  const review = () => change({ type: 'review', reviewed: !item.clause.reviewed }, close)
  const copy = useCopyClause(item, place)
  useKeys([
    { key: 'e', label: 'clauses.keys.correct', run: () => isUsable && show('form') },
    { key: 'r', label: 'clauses.keys.review', run: () => isUsable && review() },
    { key: 'c', label: 'clauses.keys.copy', run: copy },
  ])
  if (open === 'form') {
    return (
      <ClauseForm
        clause={item.clause}
        isPending={isPending}
        onSave={(fields) => change({ type: 'set', fields }, close)}
        onCancel={close}
      />
    )
  }
  if (open === 'split') {
    return (
      <SplitForm
        clause={item.clause}
        isPending={isPending}
        onSplit={(cut) => change({ type: 'split', cut }, close)}
        onCancel={close}
      />
    )
  }
  return (
    <>
      {children}
      <Tools
        mayCorrect={mayCorrect}
        reviewed={item.clause.reviewed}
        hasNext={hasNext}
        isPending={isPending}
        buttons={buttons}
        onOpen={show}
        onReview={review}
        onMerge={() => change({ type: 'merge' }, close)}
        onCopy={copy}
      />
    </>
  )
}

type Form = 'form' | 'split'
type Buttons = Readonly<Record<Form, RefObject<HTMLButtonElement | null>>>

/** Which form is open; where it closes, the focus goes back to the button that opened it. */
function useForms() {
  const [open, show] = useState<Form | null>(null)
  const last = useRef<Form>(null)
  const form = useRef<HTMLButtonElement>(null)
  const split = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (open === null && last.current) (last.current === 'form' ? form : split).current?.focus()
    last.current = open
  }, [open])
  return { open, show, buttons: { form, split } }
}

interface ToolsProps {
  readonly mayCorrect: boolean
  readonly reviewed: boolean
  readonly hasNext: boolean
  readonly isPending: boolean
  readonly buttons: Buttons
  readonly onOpen: (form: Form) => void
  readonly onReview: () => void
  readonly onMerge: () => void
  readonly onCopy: () => void
}

function Tools(props: ToolsProps) {
  const say = useSay()
  return (
    <div className={styles['tools']}>
      {props.mayCorrect && <Corrections {...props} />}
      <Button kind="quiet" size="s" icon="link" onPress={props.onCopy}>
        {say('clause.copyAddress')}
      </Button>
    </div>
  )
}

function Corrections({ reviewed, hasNext, isPending, buttons, ...on }: ToolsProps) {
  const say = useSay()
  const { form, split } = buttons
  return (
    <>
      <Button
        kind={reviewed ? 'quiet' : 'primary'}
        size="s"
        icon={reviewed ? 'circle-minus' : 'circle-check'}
        isPending={isPending}
        onPress={on.onReview}
      >
        {say(reviewed ? 'clause.unreview' : 'clause.review')}
      </Button>
      <Button ref={form} size="s" icon="pen-line" onPress={() => on.onOpen('form')}>
        {say('clause.correct')}
      </Button>
      <Button ref={split} size="s" onPress={() => on.onOpen('split')}>
        {say('clause.split')}
      </Button>
      <Button
        size="s"
        unavailable={hasNext ? undefined : say('clause.merge.none')}
        isPending={isPending}
        onPress={on.onMerge}
      >
        {say('clause.merge')}
      </Button>
    </>
  )
}
