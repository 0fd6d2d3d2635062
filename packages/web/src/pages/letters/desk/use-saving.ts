import type { Letter } from '@vigil/contract/schemas'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useToasts } from '../../../components/toasts.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import type { Ground } from '../parts/ground.ts'
import { useLetterChanges } from '../queries.ts'
import type { Desk } from './use-desk.ts'

export interface Saving {
  /** The version that what is on the desk was made from; 0 before the first. */
  readonly base: number
  readonly isPending: boolean
  /** Keeps what is on the desk as the version after `base`, or after `version` where it is given. */
  readonly save: (version?: number) => void
  /** What is on the desk counts as made from this version. */
  readonly rebase: (version: number) => void
}

interface Saved {
  readonly ground: Ground
  readonly letter: Letter | null
  readonly desk: Desk
}

/** Keeps versions. Where somebody was faster nothing is kept, and nothing on the desk is lost. */
export function useSaving({ ground, letter, desk }: Saved): Saving {
  const say = useSay()
  const toasts = useToasts()
  const navigate = useNavigate()
  const { create, revise } = useLetterChanges()
  const [base, rebase] = useState(letter?.latest.version ?? 0)
  const { content, keep } = desk
  const onError = (error: Error) => toasts.showError(error)
  const done = ({ latest }: Letter) => {
    keep(content)
    rebase(latest.version)
    toasts.show(say('draft.saved', { version: latest.version }))
  }
  const save = (version = base) => {
    if (letter !== null) {
      const { id: letterId } = letter
      revise.mutate({ letterId, after: version, ...content }, { onSuccess: done, onError })
      return
    }
    const { documentId, language } = ground.rendition
    create.mutate(
      { documentId, language, envelope: ground.envelope.eid, ...content },
      {
        onSuccess: (kept) => {
          done(kept)
          void navigate({
            to: '/letters/$letterId',
            params: { letterId: kept.id },
            replace: true,
            ignoreBlocker: true,
          })
        },
        onError,
      },
    )
  }
  return { base, isPending: create.isPending || revise.isPending, save, rebase }
}
