import { IntlMessageFormat } from 'intl-messageformat'
import type { InterfaceLanguage } from './language.ts'

export type MessageValues = Readonly<Record<string, string | number>>

/** No more than arguments in words: the only ICU syntax that needs no rules of a language. */
const PLAIN = /^(?:[^{}'<]|\{\w+\})*$/
const ARGUMENT = /\{(\w+)\}/g

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
  // The rules of languages take longer to load than most commands to run.
  if (isPlain(pattern, values))
    return pattern.replaceAll(ARGUMENT, (_, name: string) => String(values[name]))
  const key = `${language}:${pattern}`
  const format = compiled.get(key) ?? new IntlMessageFormat(pattern, language)
  compiled.set(key, format)
  return String(format.format(values))
}

/** Whether `pattern` is plain and nothing is missing. */
function isPlain(pattern: string, values: MessageValues): boolean {
  if (!PLAIN.test(pattern)) return false
  return [...pattern.matchAll(ARGUMENT)].every(([, name = '']) => Object.hasOwn(values, name))
}
