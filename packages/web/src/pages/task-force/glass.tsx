import type { ShownGlass } from '@vigil/contract/schemas'
import { signatureLine } from '@vigil/core/policy'
import { useState } from 'react'
import { useMay } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Note } from '../../components/note.tsx'
import { Section } from '../../components/section.tsx'
import { Table } from '../../components/table.tsx'
import { Tag } from '../../components/tag.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useFormats } from '../documents/parts/use-formats.ts'
import { useProblemText } from '../documents/parts/use-problem-text.ts'
import { AskDialog } from './ask-dialog.tsx'
import { useGlass, useGlassChanges } from './queries.ts'
import styles from './task-force.module.css'

/** Records that were asked for and opened in need, as far as the reader has a part in it. */
export function Glass() {
  const say = useSay()
  const mayAsk = useMay('glass.ask')
  const [isOpen, setOpen] = useState(false)
  const { data, error, refetch } = useGlass()
  const ask = <Button onPress={() => setOpen(true)}>{say('glass.ask')}</Button>
  return (
    <Section title={say('glass.title')} aside={mayAsk && ask}>
      <p className={styles['lead']}>{say('glass.lead')}</p>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.requests.length === 0 && <p>{say('glass.none')}</p>}
      {data && data.requests.length > 0 && <Requests requests={data.requests} />}
      {isOpen && <AskDialog onClose={() => setOpen(false)} />}
    </Section>
  )
}

const COLUMNS = ['incident', 'people', 'reason', 'state'] as const

function Requests({ requests }: { requests: readonly ShownGlass[] }) {
  const say = useSay()
  const problemText = useProblemText()
  const { agree, end } = useGlassChanges()
  const error = agree.error ?? end.error
  return (
    <>
      <Table
        caption={say('glass.title')}
        className={styles['rows']}
        head={
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(`glass.column.${column}`)}
              </th>
            ))}
          </tr>
        }
      >
        {requests.map((request) => (
          <Row
            key={request.id}
            request={request}
            onAgree={() => agree.mutate({ params: { glassId: request.id } })}
            onEnd={() => end.mutate({ params: { glassId: request.id } })}
          />
        ))}
      </Table>
      {error && (
        <Note tone="overdue" isLive>
          {problemText(error)}
        </Note>
      )}
    </>
  )
}

const LOOKS = {
  waiting: ['pending', 'calendar'],
  open: ['overdue', 'eye'],
  over: ['neutral', 'circle-minus'],
} as const

interface RowProps {
  readonly request: ShownGlass
  readonly onAgree: () => void
  readonly onEnd: () => void
}

function Row({ request, onAgree, onEnd }: RowProps) {
  const say = useSay()
  const { formatTime } = useFormats()
  const { incidentId, part, state, reason, askedAt, until } = request
  const [tone, icon] = LOOKS[state]
  return (
    <tr>
      <th scope="row">
        <code>{incidentId}</code>
        <span className={styles['more']}>{say(`glass.part.${part}`)}</span>
      </th>
      <td>
        <People request={request} />
        <span className={styles['more']}>{formatTime(askedAt)}</span>
      </td>
      <td>{reason}</td>
      <td>
        <div className={styles['state']}>
          <Tag tone={tone} icon={icon}>
            {say(`glass.state.${state}`, { until: formatTime(until) })}
          </Tag>
          {request.mayAgree && (
            <Button size="s" onPress={onAgree}>
              {say('glass.agree')}
            </Button>
          )}
          {request.mayEnd && (
            <Button size="s" onPress={onEnd}>
              {say(request.mayAgree ? 'glass.refuse' : 'glass.end')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}

function People({ request: { asked, agreed } }: Pick<RowProps, 'request'>) {
  const say = useSay()
  const asker = signatureLine(asked)
  const second = agreed && signatureLine(agreed)
  return (
    <>
      {say('glass.asked', { name: say(asker.key, asker.values) })}
      {second && <br />}
      {second && say('glass.agreed', { name: say(second.key, second.values) })}
    </>
  )
}
