import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { PassphraseDialog } from './passphrase-dialog.tsx'
import styles from './account.module.css'

/** What everybody has, beside whatever is stronger. */
export function PassphraseSection() {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <Section title={say('passphraseChange.title')}>
      <p className={styles['words']}>{say('passphraseChange.words')}</p>
      <div className={styles['tools']}>
        <Button icon="refresh-cw" onPress={() => setOpen(true)}>
          {say('passphraseChange.action')}
        </Button>
      </div>
      {isOpen && <PassphraseDialog onClose={() => setOpen(false)} />}
    </Section>
  )
}
