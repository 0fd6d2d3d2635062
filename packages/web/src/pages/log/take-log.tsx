import { LogFormat } from '@vigil/contract/schemas'
import { useState } from 'react'
import { useMay } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Note } from '../../components/note.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useProblemText } from '../documents/parts/use-problem-text.ts'
import type { LogAddress } from './address.ts'
import { type Taking, useTakeLog } from './queries.ts'
import styles from './take-log.module.css'

const SHORTEST_REASON = 10

/** The entries as they are narrowed down now, as a file, for a reason that stays in the register. */
export function TakeLog({ address }: { address: LogAddress }) {
  const say = useSay()
  const [isOpen, setIsOpen] = useState(false)
  if (!useMay('log.export')) return null
  return (
    <>
      <Button icon="download" onPress={() => setIsOpen(true)}>
        {say('log.take')}
      </Button>
      {isOpen && <TakeDialog address={address} onClose={() => setIsOpen(false)} />}
    </>
  )
}

interface TakeDialogProps {
  readonly address: LogAddress
  readonly onClose: () => void
}

function TakeDialog({ address, onClose }: TakeDialogProps) {
  const say = useSay()
  const taking = useTakeLog(address)
  const [chosen, setChosen] = useState<Taking>({ format: 'csv', reason: '' })
  const isReasoned = chosen.reason.trim().length >= SHORTEST_REASON
  const take = () => {
    if (isReasoned) taking.mutate(chosen, { onSuccess: onClose })
  }
  return (
    <Dialog
      title={say('log.take.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
          <Button
            kind="primary"
            isPending={taking.isPending}
            unavailable={isReasoned ? undefined : say('log.take.reason.short')}
            onPress={take}
          >
            {say('log.take.do')}
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          take()
        }}
      >
        <Fields chosen={chosen} error={taking.error} onChosen={setChosen} />
      </form>
    </Dialog>
  )
}

interface FieldsProps {
  readonly chosen: Taking
  /** Why the server refused. */
  readonly error: Error | null
  readonly onChosen: (chosen: Taking) => void
}

function Fields({ chosen, error, onChosen }: FieldsProps) {
  const say = useSay()
  const problemText = useProblemText()
  return (
    <>
      <p>{say('log.take.lead')}</p>
      {error && (
        <Note tone="pending" isLive>
          <p>{problemText(error)}</p>
        </Note>
      )}
      <Segmented
        label={say('log.take.format')}
        value={chosen.format}
        onChange={(format) => onChosen({ ...chosen, format })}
        options={LogFormat.options.map((value) => ({ value, label: value.toUpperCase() }))}
      />
      <TextField
        label={say('log.take.reason')}
        hint={say('log.take.reason.hint')}
        value={chosen.reason}
        onChange={(reason) => onChosen({ ...chosen, reason })}
        maxLength={1000}
        isRequired
      />
    </>
  )
}
