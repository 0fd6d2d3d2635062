import { Page } from '../../components/page.tsx'
import { Section } from '../../components/section.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { KeyList } from '../../shell/key-list.tsx'
import styles from './help-page.module.css'

const WHAT = ['help.what.1', 'help.what.2', 'help.what.3', 'help.what.4'] as const
const FIRST = [
  'help.first.1',
  'help.first.2',
  'help.first.3',
  'help.first.4',
  'help.first.5',
  'help.first.6',
] as const
const CARE = ['help.care.1', 'help.care.2'] as const

/** What Vigil is and how one begins with it. */
export function HelpPage() {
  const say = useSay()
  return (
    <Page title={say('help.title')} lead={say('help.lead')}>
      <Section title={say('help.what')}>
        <div className={styles['text']}>
          {WHAT.map((key) => (
            <p key={key}>{say(key)}</p>
          ))}
        </div>
      </Section>
      <Section title={say('help.first')}>
        <ol className={styles['steps']}>
          {FIRST.map((key) => (
            <li key={key}>{say(key)}</li>
          ))}
        </ol>
      </Section>
      <Section title={say('help.keys')}>
        <KeyList
          keys={[
            { keys: ['/'], words: say('keys.search') },
            { keys: ['J', 'K'], words: say('help.keys.lists') },
            { keys: ['Enter'], words: say('keys.enter') },
            { keys: ['Esc'], words: say('keys.escape') },
            { keys: ['?'], words: say('keys.help') },
          ]}
        />
        <p className={styles['more']}>{say('help.keys.more')}</p>
      </Section>
      <Section title={say('help.care')}>
        <div className={styles['text']}>
          {CARE.map((key) => (
            <p key={key}>{say(key)}</p>
          ))}
        </div>
      </Section>
    </Page>
  )
}
