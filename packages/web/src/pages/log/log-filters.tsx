import { LoggedAction } from '@vigil/contract/schemas'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { isNarrowed, LogAddress, UNFILTERED } from './address.ts'
import styles from './log-filters.module.css'
import { nameAction } from './names.ts'
import { usePeople } from './queries.ts'
import type { LogViewProps } from './view-props.ts'

/** Record, person, act and days; everything stands in the address, as ids. */
export function LogFilters({ address, onAddress }: LogViewProps) {
  const say = useSay()
  return (
    <search aria-label={say('log.filter')}>
      <div className={styles['filters']}>
        <RecordField key={address.record ?? ''} address={address} onAddress={onAddress} />
        <PersonField address={address} onAddress={onAddress} />
        {address.view !== 'disclosures' && <ActionField address={address} onAddress={onAddress} />}
        <DayField name="from" address={address} onAddress={onAddress} />
        <DayField name="until" address={address} onAddress={onAddress} />
        {isNarrowed(address) && (
          <Button kind="quiet" icon="x" onPress={() => onAddress(UNFILTERED)}>
            {say('log.clear')}
          </Button>
        )}
      </div>
    </search>
  )
}

/** The id of a record, as the record itself shows it; what is no id narrows nothing down. */
function RecordField({ address, onAddress }: LogViewProps) {
  const say = useSay()
  const [typed, setTyped] = useState(address.record ?? '')
  const take = (text: string) => {
    setTyped(text)
    const { record } = LogAddress.parse({ record: text.trim().toLowerCase() })
    if (record !== address.record && (record !== undefined || text.trim() === '')) {
      onAddress({ record })
    }
  }
  const isId = LogAddress.parse({ record: typed.trim().toLowerCase() }).record !== undefined
  return (
    <TextField
      label={say('log.filter.record')}
      value={typed}
      onChange={take}
      type="search"
      placeholder={say('log.filter.record.hint')}
      error={typed.trim() === '' || isId ? undefined : say('log.filter.record.wrong')}
      isPlain
    />
  )
}

function PersonField({ address, onAddress }: LogViewProps) {
  const say = useSay()
  const { data } = usePeople()
  return (
    <SelectField
      label={say('log.filter.person')}
      value={address.person ?? ''}
      onChange={(person) => onAddress({ person: person === '' ? undefined : person })}
      options={[
        { value: '', label: say('log.filter.person.any') },
        ...(data?.people ?? []).map(({ id, name }) => ({ value: id, label: name ?? id })),
      ]}
    />
  )
}

function ActionField({ address, onAddress }: LogViewProps) {
  const say = useSay()
  return (
    <SelectField<LoggedAction | ''>
      label={say('log.filter.action')}
      value={address.action ?? ''}
      onChange={(action) => onAddress({ action: action === '' ? undefined : action })}
      options={[
        { value: '', label: say('log.filter.action.any') },
        ...LoggedAction.options.map((action) => ({
          value: action,
          label: nameAction(action, say),
        })),
      ]}
    />
  )
}

function DayField({
  name,
  address,
  onAddress,
}: LogViewProps & { readonly name: 'from' | 'until' }) {
  const say = useSay()
  return (
    <TextField
      type="date"
      label={say(`log.filter.${name}`)}
      value={address[name] ?? ''}
      onChange={(day) => onAddress({ [name]: day === '' ? undefined : day })}
    />
  )
}
