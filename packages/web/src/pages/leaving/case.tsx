import type { Holding, Leaving, LeavingReceipt, Naming } from '@vigil/contract/schemas'
import { HOLDINGS, type HoldingKind } from '@vigil/core/leaving'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { useToasts } from '../../components/toasts.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { RemoveDialog } from '../account/remove-dialog.tsx'
import { Group } from './group.tsx'
import styles from './leaving.module.css'
import { NameDialog } from './name-dialog.tsx'
import { Obstacles } from './obstacles.tsx'
import { useLeavingSteps, type Whose } from './queries.ts'

interface CaseProps {
  readonly leaving: Leaving
  readonly whose: Whose
  /** What the last steps are called, which differs with who takes them. */
  readonly words: Readonly<Record<'cancel' | 'cancelled' | 'end' | 'endTitle' | 'endWords', string>>
  readonly onEnded: (receipt: LeavingReceipt) => void
}

const KINDS = Object.keys(HOLDINGS) as readonly HoldingKind[]

/** What somebody has, to whom it goes, what is in the way, and the end. */
export function Case({ leaving, whose, words, onEnded }: CaseProps) {
  const say = useSay()
  const [naming, setNaming] = useState<Naming['things'] | null>(null)
  const { holdings, obstacles } = leaving
  const given = holdings.filter(({ state }) => state !== null)
  const accepted = given.filter(({ state }) => state === 'accepted').length
  return (
    <>
      <p className={styles['progress']}>
        {given.length === 0
          ? say('leaving.nothing')
          : say('leaving.progress', { accepted, all: given.length })}
      </p>
      {KINDS.map((kind) => {
        const items = holdings.filter((one) => one.kind === kind)
        return items.length > 0 && <Group key={kind} kind={kind} items={items} onName={setThings} />
      })}
      <Section title={say('leaving.way')}>
        <Obstacles obstacles={obstacles} />
        <LastSteps {...{ whose, words, onEnded }} mayEnd={obstacles.length === 0} />
      </Section>
      {naming && <NameDialog whose={whose} things={naming} onClose={() => setNaming(null)} />}
    </>
  )
  function setThings(items: readonly Holding[]): void {
    setNaming(items.map(({ kind, id }) => ({ kind, id })) as Naming['things'])
  }
}

interface LastStepsProps extends Omit<CaseProps, 'leaving'> {
  readonly mayEnd: boolean
}

function LastSteps({ whose, words, mayEnd, onEnded }: LastStepsProps) {
  const toasts = useToasts()
  const { cancel, end } = useLeavingSteps(whose)
  const [isEnding, setEnding] = useState(false)
  const onCancel = () =>
    cancel.mutate(undefined, {
      onSuccess: () => toasts.show(words.cancelled),
      onError: toasts.showError,
    })
  return (
    <div className={styles['tools']}>
      <Button onPress={onCancel} isPending={cancel.isPending}>
        {words.cancel}
      </Button>
      {mayEnd && (
        <Button kind="danger" onPress={() => setEnding(true)}>
          {words.end}
        </Button>
      )}
      {isEnding && (
        <RemoveDialog
          title={words.endTitle}
          words={words.endWords}
          action={words.end}
          change={end}
          onRemove={() => end.mutate(undefined, { onSuccess: onEnded })}
          onClose={() => setEnding(false)}
        />
      )}
    </div>
  )
}
