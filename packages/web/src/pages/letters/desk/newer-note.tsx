import type { Letter } from '@vigil/contract/schemas'
import type { Draft } from '@vigil/core/letters'
import { useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Note } from '../../../components/note.tsx'
import { useToasts } from '../../../components/toasts.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { compareDrafts } from '../parts/compare-drafts.ts'
import { CheckRows } from '../parts/check-rows.tsx'
import styles from './desk.module.css'
import type { Desk } from './use-desk.ts'
import type { Saving } from './use-saving.ts'

interface NewerNoteProps {
  readonly letter: Letter
  readonly desk: Desk
  /** What the desk gives. */
  readonly draft: Draft | undefined
  readonly saving: Saving
}

/** Somebody saved a newer version meanwhile: both are shown, and a person decides. */
export function NewerNote({ letter, desk, draft, saving }: NewerNoteProps) {
  const say = useSay()
  const toasts = useToasts()
  const [isCompared, setCompared] = useState(false)
  const { current, latest } = letter
  const { content, isChanged } = desk
  const takeTheirs = () => {
    desk.keep(current)
    desk.put(current)
    saving.rebase(latest.version)
    if (!isChanged) return
    toasts.show(say('draft.newer.taken', { version: latest.version }), {
      label: say('draft.undo'),
      run: () => desk.put(content),
    })
  }
  return (
    <Note tone="overdue" isLive>
      <p>{say('draft.newer', { name: latest.by.name, version: latest.version })}</p>
      {isChanged && <p>{say('draft.newer.help')}</p>}
      <div className={styles['buttons']}>
        {draft && (
          <Button size="s" icon="git-compare" onPress={() => setCompared(!isCompared)}>
            {say(isCompared ? 'draft.newer.hide' : 'draft.newer.compare')}
          </Button>
        )}
        {isChanged && (
          <Button size="s" isPending={saving.isPending} onPress={() => saving.save(latest.version)}>
            {say('draft.newer.saveMine', { version: latest.version + 1 })}
          </Button>
        )}
        <Button size="s" onPress={takeTheirs}>
          {say('draft.newer.takeTheirs', { version: latest.version })}
        </Button>
      </div>
      {isCompared && draft && (
        <CheckRows rows={compareDrafts(current.draft, draft).rows} lang={draft.language} />
      )}
    </Note>
  )
}
