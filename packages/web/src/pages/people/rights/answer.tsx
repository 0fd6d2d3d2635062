import { type Explanation, INCIDENT_FIELDS, type RuleFinding } from '@vigil/core/policy'
import { Note } from '../../../components/note.tsx'
import { Table } from '../../../components/table.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useGrantWords } from '../parts/use-grant-words.ts'
import { useHeldWords } from './absent-names.ts'
import { RuleName } from './rule-words.tsx'

interface AnswerProps {
  readonly name: string
  readonly explanation: Explanation
}

const COLUMNS = ['rule', 'answer', 'grants'] as const

/** Yes or no, and what each rule about the action says. */
export function Answer({ name, explanation }: AnswerProps) {
  const say = useSay()
  const { decision, findings } = explanation
  return (
    <>
      <Note tone={decision.allow ? 'verified' : 'neutral'} isLive>
        <strong>{say(decision.allow ? 'ask.yes' : 'ask.no', { name })}</strong>{' '}
        {decision.allow ? <Terms decision={decision} /> : say(`reason.${decision.reason}`)}
      </Note>
      <Table
        caption={say('ask.rules')}
        density="compact"
        head={
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(`ask.column.${column}`)}
              </th>
            ))}
          </tr>
        }
      >
        {findings.map((finding) => (
          <FindingRow key={finding.rule.name} finding={finding} />
        ))}
      </Table>
    </>
  )
}

interface TermsProps {
  readonly decision: Extract<Explanation['decision'], { allow: true }>
}

/** What is shown and what it asks besides, where the answer is yes. */
function Terms({ decision: { seen, obligations } }: TermsProps) {
  const say = useSay()
  const { listWords } = useGrantWords()
  const hidden = INCIDENT_FIELDS.filter((field) => !seen.includes(field))
  return (
    <>
      {hidden.length === 0
        ? say('ask.seen')
        : say('ask.hidden', {
            fields: listWords(hidden.map((field) => say(`incidentField.${field}`))),
          })}{' '}
      {obligations.length > 0 &&
        say('ask.besides', {
          obligations: listWords(obligations.map((one) => say(`obligation.${one}`))),
        })}
    </>
  )
}

function FindingRow({ finding: { rule, answer, grants } }: { finding: RuleFinding }) {
  const say = useSay()
  const { listWords, lineOf } = useHeldWords()
  return (
    <tr>
      <th scope="row">
        <RuleName rule={rule} />
      </th>
      <td>{answer === 'holds' ? say(`answer.${rule.effect}.holds`) : say(`answer.${answer}`)}</td>
      <td>{listWords(grants.map(lineOf))}</td>
    </tr>
  )
}
