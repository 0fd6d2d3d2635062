import { DocumentLanguage } from '@vigil/core/documents'
import { SelectField } from '../../../components/select-field.tsx'
import { useSay } from '../../../i18n/use-say.ts'

interface LanguageFieldProps {
  readonly value: DocumentLanguage | undefined
  readonly onChange: (language: DocumentLanguage | undefined) => void
}

/** The language of a file where its text does not show it. */
export function LanguageField({ value, onChange }: LanguageFieldProps) {
  const say = useSay()
  return (
    <SelectField<DocumentLanguage | 'text'>
      label={say('import.language')}
      value={value ?? 'text'}
      onChange={(language) => onChange(language === 'text' ? undefined : language)}
      options={[
        { value: 'text', label: say('import.fromText') },
        ...DocumentLanguage.options.map((one) => ({ value: one, label: say(`language.${one}`) })),
      ]}
    />
  )
}
