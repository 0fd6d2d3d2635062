import { useState } from 'react'
import { Dialog } from '../components/dialog.tsx'
import { Note } from '../components/note.tsx'
import { activeKeys } from '../components/use-keys.ts'
import { useSay } from '../i18n/use-say.ts'
import { usePreference } from '../preferences/preference.ts'
import { singleKeys } from '../preferences/preferences.ts'
import { KeyList } from './key-list.tsx'

/** The keys that do something on the page on screen. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const isOn = usePreference(singleKeys) === 'on'
  const [active] = useState(activeKeys)
  return (
    <Dialog title={say('keys.title')} isOpen onClose={onClose}>
      {!isOn && <Note tone="neutral">{say('keys.off')}</Note>}
      <KeyList
        keys={[
          ...active.map(({ key, label }) => ({ keys: [key.toUpperCase()], words: say(label) })),
          { keys: ['Enter'], words: say('keys.enter') },
          { keys: ['Esc'], words: say('keys.escape') },
          { keys: ['Tab'], words: say('keys.tab') },
        ]}
      />
    </Dialog>
  )
}
