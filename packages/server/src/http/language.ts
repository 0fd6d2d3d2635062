import { chooseLanguage, InterfaceLanguage } from '@vigil/core/i18n'
import { getCookie } from 'hono/cookie'
import type { AppContext } from './services.ts'

/** Set by the language switch of the web application. */
const LANGUAGE_COOKIE = 'vigil-language'

/** The language to answer in: the one chosen in the application, else the browser's. */
export function languageOf(c: AppContext): InterfaceLanguage {
  const chosen = InterfaceLanguage.safeParse(getCookie(c, LANGUAGE_COOKIE))
  return chosen.success ? chosen.data : chooseLanguage(c.req.header('accept-language') ?? '')
}
