import { CheckboxField } from '../components/checkbox-field.tsx'
import { Dialog } from '../components/dialog.tsx'
import { Segmented } from '../components/segmented.tsx'
import { SelectField } from '../components/select-field.tsx'
import { INTERFACE_LANGUAGES, LANGUAGE_NAMES } from '../i18n/languages.ts'
import { useSay } from '../i18n/use-say.ts'
import { usePreference } from '../preferences/preference.ts'
import { language, singleKeys, theme, THEMES } from '../preferences/preferences.ts'
import styles from './settings.module.css'

/** What this reader prefers on this device; nothing of it is sent anywhere. */
export function Settings({ onClose }: { onClose: () => void }) {
  const say = useSay()
  return (
    <Dialog title={say('settings.title')} isOpen onClose={onClose} size="s">
      <div className={styles['fields']}>
        <SelectField
          label={say('settings.language')}
          value={usePreference(language)}
          options={INTERFACE_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onChange={language.write}
        />
        <Segmented
          label={say('settings.theme')}
          value={usePreference(theme)}
          options={THEMES.map((value) => ({ value, label: say(`settings.theme.${value}`) }))}
          onChange={theme.write}
        />
        <CheckboxField
          label={say('settings.keys')}
          hint={say('settings.keys.hint')}
          isSelected={usePreference(singleKeys) === 'on'}
          onChange={(isOn) => singleKeys.write(isOn ? 'on' : 'off')}
        />
        <p className={styles['foot']}>{say('settings.kept')}</p>
      </div>
    </Dialog>
  )
}
