import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useMay } from '../api/session.ts'
import { Button } from '../components/button.tsx'
import { Icon } from '../components/icon.tsx'
import { Kbd } from '../components/kbd.tsx'
import { LanguageSelect } from '../components/language-select.tsx'
import { useKeys } from '../components/use-keys.ts'
import { Wordmark } from '../components/wordmark.tsx'
import { useSay } from '../i18n/use-say.ts'
import { singleKeys } from '../preferences/preferences.ts'
import { usePreference } from '../preferences/preference.ts'
import { AccountMenu } from './account-menu.tsx'
import { ThemeButton } from './theme-button.tsx'
import { useLeave } from './use-leave.ts'
import { useSwitchUser } from './use-switch-user.ts'
import styles from './top-bar.module.css'

const QuickSearch = lazy(() =>
  import('./quick-search.tsx').then((m) => ({ default: m.QuickSearch })),
)
const KeyHelp = lazy(() => import('./key-help.tsx').then((m) => ({ default: m.KeyHelp })))
const Settings = lazy(() => import('./settings.tsx').then((m) => ({ default: m.Settings })))

type Panel = 'search' | 'keys' | 'settings'

/** Search, language, theme and the account: the same on every page. */
export function TopBar() {
  const say = useSay()
  const leave = useLeave()
  const mayRead = useMay('document.read')
  const switchUser = useSwitchUser()
  const [panel, setPanel] = useState<Panel | null>(null)
  useKeys([
    ...(mayRead
      ? [{ key: '/', label: 'keys.search', run: () => setPanel('search') } as const]
      : []),
    { key: '?', label: 'keys.help', run: () => setPanel('keys') },
    { key: 'q', label: 'keys.switch', run: switchUser },
  ])
  return (
    <header className={styles['bar']}>
      <Link to="/" className={styles['home']} aria-label={say('shell.home')}>
        <Wordmark />
      </Link>
      {mayRead && <SearchButton onPress={() => setPanel('search')} />}
      <div className={styles['tools']}>
        <span className={styles['wide']}>
          <LanguageSelect />
        </span>
        <span className={styles['wide']}>
          <ThemeButton />
        </span>
        <Button
          kind="quiet"
          icon="lock"
          label={say('shell.lock')}
          onPress={() => leave('locked')}
        />
        <AccountMenu onSettings={() => setPanel('settings')} onKeys={() => setPanel('keys')} />
      </div>
      <Suspense>
        {panel === 'search' && <QuickSearch onClose={() => setPanel(null)} />}
        {panel === 'keys' && <KeyHelp onClose={() => setPanel(null)} />}
        {panel === 'settings' && <Settings onClose={() => setPanel(null)} />}
      </Suspense>
    </header>
  )
}

function SearchButton({ onPress }: { onPress: () => void }) {
  const say = useSay()
  const hasKeys = usePreference(singleKeys) === 'on'
  return (
    <button type="button" className={styles['search']} aria-haspopup="dialog" onClick={onPress}>
      <Icon name="search" />
      <span className={styles['searchWords']}>{say('quickSearch.open')}</span>
      {hasKeys && (
        <span className={styles['searchKey']} aria-hidden="true">
          <Kbd>/</Kbd>
        </span>
      )}
    </button>
  )
}
