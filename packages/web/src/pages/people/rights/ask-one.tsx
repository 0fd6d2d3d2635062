import type { Person } from '@vigil/contract/schemas'
import {
  type ActingGrant,
  type Actor,
  Entity,
  Purpose,
  RecordState,
  SensitivityClass,
} from '@vigil/core/policy'
import { useState } from 'react'
import { Section } from '../../../components/section.tsx'
import { SelectField } from '../../../components/select-field.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { Answer } from './answer.tsx'
import styles from './ask-one.module.css'
import { answerTo, BONDS, firstQuestion, ON_INCIDENTS, type QuestionFields } from './question.ts'

interface AskOneProps {
  readonly person: Person
  readonly actor: Actor
  readonly unseated: readonly ActingGrant[]
}

/** Whether somebody may do something on an incident as it is described here, and why. */
export function AskOne({ person, actor, unseated }: AskOneProps) {
  const say = useSay()
  const [fields, setFields] = useState(() => firstQuestion(actor))
  const explanation = answerTo(fields, { actor, unseated })
  const change = (part: Partial<QuestionFields>) => setFields({ ...fields, ...part })
  return (
    <Section title={say('ask.title')}>
      <p className={styles['lead']}>{say('ask.lead')}</p>
      <div className={styles['fields']}>
        <SelectField
          label={say('ask.action', { name: person.name })}
          value={fields.action}
          options={ON_INCIDENTS.map((value) => ({ value, label: say(`act.${value}`) }))}
          onChange={(action) => change({ action })}
        />
        <Standing fields={fields} onChange={change} />
        <Place fields={fields} onChange={change} />
        <SelectField
          label={say('ask.purpose')}
          value={fields.purpose}
          options={[
            { value: '', label: say('ask.purpose.none') },
            ...Purpose.options.map((value) => ({ value, label: say(`purpose.${value}`) })),
          ]}
          onChange={(purpose) => change({ purpose })}
        />
      </div>
      {explanation ? (
        <Answer name={person.name} explanation={explanation} />
      ) : (
        <p role="alert">{say('give.fault.place')}</p>
      )}
    </Section>
  )
}

interface PartProps {
  readonly fields: QuestionFields
  readonly onChange: (part: Partial<QuestionFields>) => void
}

/** How sensitive it is, how far it has come, and whose it is. */
function Standing({ fields, onChange }: PartProps) {
  const say = useSay()
  return (
    <>
      <SelectField
        label={say('ask.class')}
        value={fields.class}
        options={SensitivityClass.options.map((value) => ({ value, label: value }))}
        onChange={(value) => onChange({ class: value })}
      />
      <SelectField
        label={say('ask.state')}
        value={fields.state}
        options={RecordState.options.map((value) => ({ value, label: say(`state.${value}`) }))}
        onChange={(state) => onChange({ state })}
      />
      <SelectField
        label={say('ask.relation')}
        value={fields.bond}
        options={BONDS.map((value) => ({ value, label: say(`ask.relation.${value}`) }))}
        onChange={(bond) => onChange({ bond })}
      />
    </>
  )
}

/** Where it happened and who answers for it. */
function Place({ fields, onChange }: PartProps) {
  const say = useSay()
  return (
    <>
      <TextField
        label={say('ask.operation')}
        value={fields.operation}
        onChange={(operation) => onChange({ operation })}
        maxLength={40}
        isPlain
      />
      <TextField
        label={say('ask.region')}
        value={fields.region}
        onChange={(region) => onChange({ region })}
        maxLength={40}
        isPlain
      />
      <SelectField
        label={say('ask.entity')}
        value={fields.entity}
        options={Entity.options.map((value) => ({ value, label: say(`entity.${value}`) }))}
        onChange={(entity) => onChange({ entity })}
      />
    </>
  )
}
