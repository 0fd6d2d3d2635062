import type { OwnFactors, SheetMade } from '@vigil/contract/schemas'
import { useState } from 'react'
import { useSession } from '../../api/session.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { Note } from '../../components/note.tsx'
import { Page } from '../../components/page.tsx'
import { LinkButton } from '../../components/link-button.tsx'
import { Messages } from '../../i18n/messages.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { AppSection } from './app-section.tsx'
import { Changes } from './changes.tsx'
import { PasskeySection } from './passkey-section.tsx'
import { ProviderSection } from './provider-section.tsx'
import { PassphraseSection } from './passphrase-section.tsx'
import { useFactors } from './queries.ts'
import { Section } from '../../components/section.tsx'
import { Sessions } from './sessions.tsx'
import { Sheet } from './sheet.tsx'
import { SheetSection } from './sheet-section.tsx'
import styles from './account.module.css'

/** What somebody signs in with, and where they are signed in. */
export function AccountPage() {
  return (
    <Messages area="account">
      <Account />
    </Messages>
  )
}

function Account() {
  const say = useSay()
  const session = useSession()
  const { data, error, refetch } = useFactors()
  const [sheet, setSheet] = useState<SheetMade | null>(null)
  if (!session) return null
  if (sheet) return <Sheet sheet={sheet} account={session.account} onDone={() => setSheet(null)} />
  return (
    <Page
      title={say('account.title')}
      meta={[
        <bdi key="name">{session.account.name}</bdi>,
        say('account.signsInAs', { name: session.account.signInName }),
      ]}
      lead={say('account.lead')}
    >
      {session.toEnrol && <Note tone="pending">{say(`account.toEnrol.${session.toEnrol}`)}</Note>}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data ? <Sections factors={data} onSheet={setSheet} /> : !error && <LoadingBars />}
      <Sessions />
      {data && <Changes changes={data.changes} />}
      <Leaving />
    </Page>
  )
}

function Leaving() {
  const say = useSay()
  return (
    <Section title={say('account.leave')}>
      <p className={styles['words']}>{say('account.leave.words')}</p>
      <div className={styles['tools']}>
        <LinkButton to="/account/leaving">{say('account.leave.action')}</LinkButton>
        <LinkButton to="/account/handed">{say('account.handed.action')}</LinkButton>
      </div>
    </Section>
  )
}

interface SectionsProps {
  readonly factors: OwnFactors
  readonly onSheet: (sheet: SheetMade) => void
}

function Sections({ factors, onSheet }: SectionsProps) {
  return (
    <>
      <PasskeySection passkeys={factors.passkeys} canHave={factors.canHavePasskeys} />
      <PassphraseSection />
      <AppSection totp={factors.totp} />
      {factors.provider && <ProviderSection provider={factors.provider} />}
      <SheetSection sheet={factors.sheet} onMade={onSheet} />
    </>
  )
}
