import { DocumentLanguage } from '@vigil/core/documents'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useSay } from '../../i18n/use-say.ts'
import type { SearchAddress } from './address.ts'
import styles from './search-page.module.css'

interface SearchFormProps {
  readonly address: SearchAddress
  readonly onAddress: (changes: Partial<SearchAddress>) => void
}

/** The words and the language searched in. */
export function SearchForm({ address, onAddress }: SearchFormProps) {
  const say = useSay()
  const [words, setWords] = useState(address.words ?? '')
  return (
    <search>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          onAddress({ words: words.trim() || undefined, limit: undefined })
        }}
      >
        <div className={styles['words']}>
          <TextField
            label={say('search.words')}
            hint={say('search.words.hint')}
            type="search"
            value={words}
            onChange={setWords}
            maxLength={200}
            after={
              <Button kind="primary" type="submit" icon="search">
                {say('search.submit')}
              </Button>
            }
          />
        </div>
        <SelectField<DocumentLanguage | 'any'>
          label={say('search.language')}
          value={address.language ?? 'any'}
          options={[
            { value: 'any', label: say('search.language.any') },
            ...DocumentLanguage.options.map((one) => ({
              value: one,
              label: say(`language.${one}`),
            })),
          ]}
          onChange={(language) =>
            onAddress({ language: language === 'any' ? undefined : language })
          }
        />
      </form>
    </search>
  )
}
