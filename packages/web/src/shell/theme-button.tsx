import { Button } from '../components/button.tsx'
import { useSay } from '../i18n/use-say.ts'
import { usePreference } from '../preferences/preference.ts'
import { theme } from '../preferences/preferences.ts'

/** Changes between light and dark; "as the device" is in the settings. */
export function ThemeButton() {
  const say = useSay()
  const chosen = usePreference(theme)
  const isDark =
    chosen === 'dark' || (chosen === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  return (
    <Button
      kind="quiet"
      icon={isDark ? 'sun' : 'moon'}
      label={say(isDark ? 'theme.toLight' : 'theme.toDark')}
      onPress={() => theme.write(isDark ? 'light' : 'dark')}
    />
  )
}
