import { IntlMessageFormat } from 'intl-messageformat'
import type { InterfaceLanguage } from './language.ts'

export type MessageValues = Readonly<Record<string, string | number>>

const compiled = new Map<string, IntlMessageFormat>()

/**
 * Fills an ICU message. Throws where the pattern is malformed or a value is missing; the tests of the
 * catalogues see to the first.
 */
export function formatMessage(
  language: InterfaceLanguage,
  pattern: string,
  values: MessageValues = {},
): string {
  const key = `${language}:${pattern}`
  const format = compiled.get(key) ?? new IntlMessageFormat(pattern, language)
  compiled.set(key, format)
  return String(format.format(values))
}
