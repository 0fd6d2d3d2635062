import { type InterfaceLanguage, INTERFACE_LANGUAGES } from '../i18n/languages.ts'
import { createPreference } from './preference.ts'

/** Language of the interface; `boot.js` has put the same choice on the page already. */
export const language = createPreference<InterfaceLanguage>('language', INTERFACE_LANGUAGES, () =>
  document.documentElement.lang === 'fr' ? 'fr' : 'en',
)

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const theme = createPreference<Theme>('theme', THEMES, () => 'system')

/** Whether single keys (`/`, `?`, `J`, `K` …) do anything; some ways of speaking to a computer type them. */
export const singleKeys = createPreference<'on' | 'off'>('keys', ['on', 'off'], () => 'on')
