import type { InterfaceLanguage as Complete } from '@vigil/core/i18n'

/** Interface languages that are complete. */
export type InterfaceLanguage = Complete

export const INTERFACE_LANGUAGES = ['en', 'fr'] as const satisfies readonly InterfaceLanguage[]

/** Each language in its own words, for the switch. */
export const LANGUAGE_NAMES = {
  en: 'English',
  fr: 'Français',
} as const satisfies Record<InterfaceLanguage, string>
