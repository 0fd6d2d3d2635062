import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { useToasts } from '../../../components/toasts.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import styles from './desk.module.css'
import { NO_RECIPIENT, RECIPIENT_FIELDS, type RecipientForm } from './fact-form.ts'
import type { Change } from './use-desk.ts'

/** As many as the format takes. */
const MOST = 50

interface RecipientsProps {
  readonly recipients: readonly RecipientForm[]
  readonly onRecipients: Change<readonly RecipientForm[]>
}

/** The persons a letter goes to, in the order in which they stand in it. */
export function Recipients({ recipients, onRecipients }: RecipientsProps) {
  const say = useSay()
  const toasts = useToasts()
  const remove = (index: number) => {
    const removed = recipients.slice(index, index + 1)
    onRecipients((now) => now.filter((_, at) => at !== index))
    toasts.show(say('facts.recipient.removed', { number: index + 1 }), {
      label: say('draft.undo'),
      run: () => onRecipients((now) => [...now.slice(0, index), ...removed, ...now.slice(index)]),
    })
  }
  return (
    <fieldset className={styles['group']}>
      <legend>{say('facts.group.recipients')}</legend>
      <p className={styles['hint']}>{say('facts.recipients.hint')}</p>
      {recipients.map((recipient, index) => (
        <Recipient
          key={index}
          number={index + 1}
          recipient={recipient}
          onRecipient={(next) =>
            onRecipients((now) => now.map((one, at) => (at === index ? next : one)))
          }
          onRemove={() => remove(index)}
        />
      ))}
      <div>
        <Button
          size="s"
          icon="plus"
          unavailable={recipients.length < MOST ? undefined : say('facts.recipients.full')}
          onPress={() => onRecipients((now) => [...now, NO_RECIPIENT])}
        >
          {say('facts.recipient.add')}
        </Button>
      </div>
    </fieldset>
  )
}

interface RecipientProps {
  readonly number: number
  readonly recipient: RecipientForm
  readonly onRecipient: (recipient: RecipientForm) => void
  readonly onRemove: () => void
}

function Recipient({ number, recipient, onRecipient, onRemove }: RecipientProps) {
  const say = useSay()
  return (
    <fieldset className={styles['recipient']}>
      <legend>{say('facts.recipient', { number })}</legend>
      {RECIPIENT_FIELDS.map((field) => (
        <TextField
          key={field}
          name={`recipients.${number - 1}.${field}`}
          label={say(`fact.recipient.${field}`)}
          hint={say(`fact.recipient.${field}.hint`)}
          value={recipient[field]}
          maxLength={500}
          onChange={(value) => onRecipient({ ...recipient, [field]: value })}
        />
      ))}
      <div>
        <Button size="s" icon="trash" onPress={onRemove}>
          {say('facts.recipient.remove')}
        </Button>
      </div>
    </fieldset>
  )
}
