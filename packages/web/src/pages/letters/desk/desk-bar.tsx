import type { Letter } from '@vigil/contract/schemas'
import { useMay } from '../../../api/session.ts'
import { Button } from '../../../components/button.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useFormats } from '../../documents/parts/use-formats.ts'
import styles from './desk.module.css'
import type { Desk } from './use-desk.ts'
import type { Saving } from './use-saving.ts'

interface DeskBarProps {
  readonly letter: Letter | null
  readonly desk: Desk
  readonly saving: Saving
  /** Another preview is on its way. */
  readonly isOutdated: boolean
}

/** What is kept, whether anything was changed since, and the way to keep it. */
export function DeskBar({ letter, desk, saving, isOutdated }: DeskBarProps) {
  const say = useSay()
  const mayDraft = useMay('letter.draft')
  const { formatTime } = useFormats()
  const { isChanged } = desk
  const next = (letter?.latest.version ?? 0) + 1
  return (
    <div className={styles['bar']}>
      <p className={styles['state']} aria-live="polite">
        {letter === null
          ? say('draft.notKept')
          : say('draft.kept', {
              version: letter.latest.version,
              name: letter.latest.by.name,
              time: formatTime(letter.latest.at),
            })}
        {letter !== null && isChanged && <b> {say('draft.changed')}</b>}
        {isOutdated && <span> {say('draft.updating')}</span>}
      </p>
      {mayDraft && (
        <Button
          kind="primary"
          isPending={saving.isPending}
          unavailable={letter !== null && !isChanged ? say('draft.save.unchanged') : undefined}
          onPress={() => saving.save()}
        >
          {say('draft.save', { version: next })}
        </Button>
      )}
    </div>
  )
}
