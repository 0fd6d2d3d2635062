import { INTERFACE_LANGUAGES, LANGUAGE_NAMES } from '../i18n/languages.ts'
import { useSay } from '../i18n/use-say.ts'
import { usePreference } from '../preferences/preference.ts'
import { language } from '../preferences/preferences.ts'
import styles from './language-select.module.css'

/** The interface's language, each in its own words. */
export function LanguageSelect() {
  const say = useSay()
  const current = usePreference(language)
  return (
    <select
      className={styles['select']}
      aria-label={say('language.choose')}
      value={current}
      onChange={(event) => {
        const chosen = INTERFACE_LANGUAGES.find((one) => one === event.target.value)
        if (chosen) language.write(chosen)
      }}
    >
      {INTERFACE_LANGUAGES.map((one) => (
        <option key={one} value={one} lang={one}>
          {LANGUAGE_NAMES[one]}
        </option>
      ))}
    </select>
  )
}
