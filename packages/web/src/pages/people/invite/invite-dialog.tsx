import type { Person } from '@vigil/contract/schemas'
import { useState } from 'react'
import { useSession } from '../../../api/session.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { Note } from '../../../components/note.tsx'
import { SelectField } from '../../../components/select-field.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useProblemText } from '../../documents/parts/use-problem-text.ts'
import { CodeCard } from '../parts/code-card.tsx'
import { today } from '../parts/today.ts'
import { useFaultText } from '../parts/use-fault-text.ts'
import styles from '../person/give-dialog.module.css'
import { GiveFields } from '../person/give-fields.tsx'
import { emptyFields, excludedBy, readFields } from '../person/give-form.ts'
import { useInvitationChanges } from '../queries.ts'

interface InviteDialogProps {
  readonly people: readonly Person[]
  readonly onClose: () => void
}

/** Invites somebody by name and roles; afterwards shows the code, once. */
export function InviteDialog({ people, onClose }: InviteDialogProps) {
  const say = useSay()
  const form = useInvite()
  const { data: invited } = form.invite
  return (
    <Dialog
      title={say('invite.title')}
      isOpen
      size="l"
      isAlert={invited !== undefined}
      onClose={onClose}
      actions={
        invited ? (
          <Button kind="primary" onPress={onClose}>
            {say('code.close')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{say('dialog.cancel')}</Button>
            <Button
              kind="primary"
              isPending={form.invite.isPending}
              unavailable={form.fault}
              onPress={form.save}
            >
              {say('invite.save')}
            </Button>
          </>
        )
      }
    >
      {invited ? (
        <CodeCard {...invited.invitation} code={invited.code} />
      ) : (
        <Form form={form} people={people} />
      )}
    </Dialog>
  )
}

interface FormProps {
  readonly form: ReturnType<typeof useInvite>
  readonly people: readonly Person[]
}

function Form({ form, people }: FormProps) {
  const say = useSay()
  const problemText = useProblemText()
  const { name, setName, fields, setFields, holder, fault, invite } = form
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        form.save()
      }}
    >
      <p className={styles['lead']}>{say('invite.lead')}</p>
      <TextField
        label={say('invite.name')}
        hint={say('invite.name.hint')}
        value={name}
        onChange={setName}
        maxLength={200}
        isRequired
      />
      <GiveFields
        fields={fields}
        onFields={setFields}
        excludedBy={(role) => excludedBy(role, fields, holder)}
      />
      <SelectField
        label={say('invite.secondOf')}
        hint={say('invite.secondOf.hint')}
        value={form.secondOf}
        options={[
          { value: '', label: say('invite.secondOf.none') },
          ...people.map(({ id, name: label }) => ({ value: id as string, label })),
        ]}
        onChange={form.setSecondOf}
      />
      {fault !== undefined && fields.roles.length > 0 && (
        <Note tone="pending" isLive>
          {fault}
        </Note>
      )}
      {invite.error && (
        <Note tone="overdue" isLive>
          {problemText(invite.error)}
        </Note>
      )}
    </form>
  )
}

function useInvite() {
  const say = useSay()
  const faultText = useFaultText()
  const [name, setName] = useState('')
  const [secondOf, setSecondOf] = useState('')
  const [fields, setFields] = useState(() => emptyFields(today()))
  const holder = { giver: useSession()?.account.id ?? '', holder: null, held: [] }
  const { invite } = useInvitationChanges()
  const read = readFields(fields, holder)
  const roleFault = Array.isArray(read) ? undefined : faultText(read)
  const fault = name.trim() === '' ? say('invite.fault.name') : roleFault
  const save = () => {
    if (fault !== undefined || !Array.isArray(read)) return
    invite.mutate({ name, grants: read, secondOf: secondOf === '' ? null : secondOf })
  }
  return {
    name,
    setName,
    secondOf,
    setSecondOf,
    fields,
    setFields,
    holder,
    fault,
    invite,
    save,
  }
}
