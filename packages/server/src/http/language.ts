import { chooseLanguage, type InterfaceLanguage } from '@vigil/core/i18n'
import type { AppContext } from './services.ts'

/** The language to answer in. The application says which one was chosen in it, as browsers do theirs. */
export function languageOf(c: AppContext): InterfaceLanguage {
  return chooseLanguage(c.req.header('accept-language') ?? '')
}
