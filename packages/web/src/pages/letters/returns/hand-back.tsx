import { type Letter, ReturnedAs } from '@vigil/contract/schemas'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { Segmented } from '../../../components/segmented.tsx'
import { SelectField } from '../../../components/select-field.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useLetterChanges } from '../queries.ts'
import styles from './returns.module.css'

/** Takes a file back: which version it was made from, and whether it is the letter as it went out. */
export function HandBack({ letter }: { letter: Letter }) {
  const say = useSay()
  const navigate = useNavigate({ from: '/letters/$letterId' })
  const { handBack } = useLetterChanges()
  const [returned, setReturned] = useState<ReturnedAs>('edited')
  const [version, setVersion] = useState(letter.latest.version)
  const send = (file: File) =>
    handBack.mutate(
      { letterId: letter.id, version, returned, file },
      {
        onSuccess: ({ id }) =>
          void navigate({ search: { view: 'returns', returned: id }, replace: true }),
      },
    )
  return (
    <section className={styles['handBack']} aria-label={say('returns.title')}>
      <Segmented
        label={say('returns.title')}
        value={returned}
        options={ReturnedAs.options.map((one) => ({ value: one, label: say(`returned.${one}`) }))}
        onChange={setReturned}
      />
      {letter.versions.length > 1 && (
        <SelectField
          label={say('returns.version')}
          value={String(version)}
          options={letter.versions.map((one) => ({
            value: String(one.version),
            label: say('letter.version', { version: one.version }),
          }))}
          onChange={(value) => setVersion(Number(value))}
        />
      )}
      <FileChoice isPending={handBack.isPending} onFile={send} />
      <p className={styles['hint']}>{say('returns.help')}</p>
      {handBack.error && <ErrorState error={handBack.error} />}
    </section>
  )
}

interface FileChoiceProps {
  readonly isPending: boolean
  readonly onFile: (file: File) => void
}

function FileChoice({ isPending, onFile }: FileChoiceProps) {
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div>
      <input
        ref={input}
        type="file"
        hidden
        data-testid="returned-file"
        accept=".docx,.pdf,.txt,text/plain,application/pdf"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onFile(file)
          event.target.value = ''
        }}
      />
      <Button
        kind="primary"
        icon="upload"
        isPending={isPending}
        onPress={() => input.current?.click()}
      >
        {say('returns.choose')}
      </Button>
    </div>
  )
}
