import { language, theme } from './preferences.ts'

/** Puts theme and language on the page now and whenever they change. */
export function applyPreferences(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  function apply(): void {
    const root = document.documentElement
    const chosen = theme.read()
    root.dataset['theme'] = chosen === 'system' ? (dark.matches ? 'dark' : 'light') : chosen
    root.lang = language.read()
    root.dir = 'ltr'
  }
  theme.listen(apply)
  language.listen(apply)
  dark.addEventListener('change', apply)
  apply()
}
