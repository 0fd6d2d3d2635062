import type { Document } from '@vigil/contract/schemas'
import type { DocumentLanguage } from '@vigil/core/documents'
import { SelectField } from '../../../components/select-field.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { currentRenditions } from '../../documents/parts/names.ts'
import styles from './beside-choice.module.css'

interface BesideChoiceProps {
  readonly document: Document
  readonly language: DocumentLanguage
  readonly beside: DocumentLanguage | undefined
  readonly onBeside: (beside: DocumentLanguage | undefined) => void
}

/** Which other language stands beside the text; nothing where only one is held. */
export function BesideChoice({ document, language, beside, onBeside }: BesideChoiceProps) {
  const say = useSay()
  const others = currentRenditions(document)
    .map((rendition) => rendition.language)
    .filter((one) => one !== language)
  if (others.length === 0) return null
  return (
    <div className={styles['choice']}>
      <SelectField<DocumentLanguage | 'none'>
        label={say('document.beside')}
        value={beside ?? 'none'}
        options={[
          { value: 'none', label: say('document.beside.none') },
          ...others.map((one) => ({
            value: one,
            label: say('document.beside.with', { language: say(`language.${one}`) }),
          })),
        ]}
        onChange={(chosen) => onBeside(chosen === 'none' ? undefined : chosen)}
      />
    </div>
  )
}
