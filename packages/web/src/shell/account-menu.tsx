import { useNavigate } from '@tanstack/react-router'
import { useSession } from '../api/session.ts'
import { Menu } from '../components/menu.tsx'
import { useSay } from '../i18n/use-say.ts'
import { initialsOf } from './initials.ts'
import { useLeave } from './use-leave.ts'
import styles from './account-menu.module.css'

interface AccountMenuProps {
  readonly onSettings: () => void
  readonly onKeys: () => void
}

/** The person signed in, and what is theirs. */
export function AccountMenu({ onSettings, onKeys }: AccountMenuProps) {
  const say = useSay()
  const leave = useLeave()
  const navigate = useNavigate()
  const session = useSession()
  if (!session) return null
  const { name } = session.account
  return (
    <Menu
      label={say('account.menu', { name })}
      trigger={<span className={styles['initials']}>{initialsOf(name)}</span>}
      items={[
        {
          id: 'account',
          icon: 'shield',
          label: say('account.title'),
          run: () => void navigate({ to: '/account' }),
        },
        { id: 'settings', icon: 'settings', label: say('settings.title'), run: onSettings },
        { id: 'keys', icon: 'keyboard', label: say('keys.title'), run: onKeys },
        {
          id: 'help',
          icon: 'help',
          label: say('nav.help'),
          run: () => void navigate({ to: '/help' }),
        },
        { id: 'leave', icon: 'sign-out', label: say('account.leave'), run: () => leave('left') },
      ]}
    />
  )
}
