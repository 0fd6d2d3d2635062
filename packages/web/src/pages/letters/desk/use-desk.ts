import type { LetterChoices, LetterFacts } from '@vigil/core/letters'
import { type Dispatch, useMemo, useState } from 'react'
import { type FactForm, toFacts, toForm } from './fact-form.ts'

/** What a person gave and decided. */
export interface DeskContent {
  readonly facts: LetterFacts
  readonly choices: LetterChoices
}

/** Changes what is there now, so that taking back keeps what came after. */
export type Change<T> = Dispatch<(now: T) => T>

export interface Desk {
  readonly form: FactForm
  readonly choices: LetterChoices
  /** The same as the server takes it. */
  readonly content: DeskContent
  /** Whether it differs from what is kept, or from what it began with. */
  readonly isChanged: boolean
  readonly setForm: Change<FactForm>
  readonly setChoices: Change<LetterChoices>
  /** This is what is kept now: what is typed stays, and counts as changed where it differs. */
  readonly keep: (content: DeskContent) => void
  /** Puts everything to this, as if a person had typed it. */
  readonly put: (content: DeskContent) => void
}

/** Facts and choices on the desk, beside those they began with. */
export function useDesk(start: DeskContent): Desk {
  const [kept, setKept] = useState(start)
  const [form, setForm] = useState(() => toForm(start.facts))
  const [choices, setChoices] = useState(start.choices)
  const facts = useMemo(() => toFacts(form), [form])
  const content = useMemo(() => ({ facts, choices }), [facts, choices])
  const put = (next: DeskContent) => {
    setForm(toForm(next.facts))
    setChoices(next.choices)
  }
  const isChanged = fingerprint(content) !== fingerprint(kept)
  return { form, choices, content, isChanged, setForm, setChoices, keep: setKept, put }
}

/** Equal where facts and choices are, whatever was left away as empty. */
function fingerprint({ facts, choices }: DeskContent): string {
  const byBlock = (one: { block: string }, other: { block: string }) =>
    one.block < other.block ? -1 : 1
  return JSON.stringify([
    toFacts(toForm(facts)),
    choices.language,
    [...choices.leftOut].sort(),
    [...choices.accepted].sort(byBlock),
    [...choices.edits].sort(byBlock),
  ])
}
