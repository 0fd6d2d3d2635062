import { Entity } from '@vigil/core/policy'
import { type FormEvent, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { CheckboxField } from '../../components/checkbox-field.tsx'
import { LinkButton } from '../../components/link-button.tsx'
import { Note } from '../../components/note.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { Messages } from '../../i18n/messages.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { CodeCard } from '../people/parts/code-card.tsx'
import { today } from '../people/parts/today.ts'
import { useFirstCoChair } from '../people/queries.ts'
import { Door } from '../sign-in/door.tsx'
import styles from '../sign-in/door.module.css'
import { Refusal } from '../sign-in/refusal.tsx'
import { type CoChairDraft, EMPTY, readCoChair } from './co-chair-form.ts'

/** After the first account: who decides is somebody else. May be left for later, in so many words. */
export function FirstCoChairPage() {
  return (
    <Messages area="documents">
      <Messages area="people">
        <FirstCoChair />
      </Messages>
    </Messages>
  )
}

function FirstCoChair() {
  const say = useSay()
  const form = useCoChairForm()
  const { data: invited } = form.invite
  if (invited) {
    return (
      <Door title={say('first.title')}>
        <CodeCard {...invited.invitation} code={invited.code} />
        <LinkButton kind="primary" size="l" to="/">
          {say('first.done')}
        </LinkButton>
      </Door>
    )
  }
  return (
    <Door title={say('first.title')}>
      <p className={styles['lead']}>{say('first.lead')}</p>
      {form.invite.error && <Refusal error={form.invite.error} />}
      <Form form={form} />
      <p className={styles['lead']}>{say('first.skip.words')}</p>
      <LinkButton to="/">{say('first.skip')}</LinkButton>
    </Door>
  )
}

interface FormProps {
  readonly form: ReturnType<typeof useCoChairForm>
}

function Form({ form }: FormProps) {
  const say = useSay()
  const { draft, change, wrong } = form
  return (
    <form className={styles['form']} onSubmit={form.submit} noValidate>
      <TextField
        label={say('invite.name')}
        hint={say('invite.name.hint')}
        isRequired
        maxLength={200}
        value={draft.name}
        onChange={(name) => change({ name })}
        error={wrong === 'name' ? say('first.name.missing') : undefined}
      />
      <TextField
        label={say('first.operation')}
        hint={say('first.operation.hint')}
        isPlain
        isRequired
        maxLength={40}
        value={draft.operation}
        onChange={(operation) => change({ operation })}
        error={wrong === 'operation' ? say('first.operation.wrong') : undefined}
      />
      <Seat form={form} />
      <Button kind="primary" size="l" type="submit" isWide isPending={form.invite.isPending}>
        {say('first.save')}
      </Button>
    </form>
  )
}

/** For whom, beside whom, and that it is somebody who may. */
function Seat({ form: { draft, change, wrong } }: FormProps) {
  const say = useSay()
  const options = Entity.options.map((value) => ({ value, label: say(`entity.${value}`) }))
  return (
    <>
      <SelectField
        label={say('first.entity')}
        value={draft.entity}
        options={options}
        onChange={(entity) => change({ entity })}
      />
      <SelectField
        label={say('first.other')}
        value={draft.other}
        options={options}
        onChange={(other) => change({ other })}
        error={wrong === 'other' ? say('first.other.same') : undefined}
      />
      <CheckboxField
        label={say('first.staff')}
        isSelected={draft.unStaff}
        onChange={(unStaff) => change({ unStaff })}
      />
      {wrong === 'unStaff' && (
        <Note tone="pending" isLive>
          {say('first.staff.missing')}
        </Note>
      )}
    </>
  )
}

function useCoChairForm() {
  const invite = useFirstCoChair()
  const [draft, setDraft] = useState(EMPTY)
  const [wrong, setWrong] = useState<keyof CoChairDraft | undefined>()
  function submit(event: FormEvent): void {
    event.preventDefault()
    const read = readCoChair(draft, today())
    setWrong('wrong' in read ? read.wrong : undefined)
    if (!('wrong' in read)) invite.mutate(read)
  }
  return {
    draft,
    change: (part: Partial<CoChairDraft>) => setDraft((old) => ({ ...old, ...part })),
    wrong,
    submit,
    invite,
  }
}
