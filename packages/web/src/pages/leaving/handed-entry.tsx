import type { Handed } from '@vigil/contract/schemas'
import { Button } from '../../components/button.tsx'
import { Tag } from '../../components/tag.tsx'
import { useToasts } from '../../components/toasts.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { Entry } from '../account/entries.tsx'
import { useFormats } from '../documents/parts/use-formats.ts'
import { useHandedAnswers } from './queries.ts'

/** One thing that is handed to the reader, and what they said to it. */
export function HandedEntry({ item, onRefuse }: { item: Handed; onRefuse: () => void }) {
  const say = useSay()
  const { formatTime } = useFormats()
  const { kind, object, from, namedAt, answer } = item
  const number = say('leaving.id', { id: object.slice(-8) })
  const title = say(`leaving.kind.${kind}`)
  return (
    <Entry
      name={title}
      tag={<StateTag item={item} />}
      facts={[
        number,
        say('handed.from', { name: from }),
        say('handed.named', { time: formatTime(namedAt) }),
        ...(kind === 'custody' ? [say('leaving.about.custody')] : []),
      ]}
      actions={
        answer === null && <Answers item={item} what={`${title}, ${number}`} onRefuse={onRefuse} />
      }
    />
  )
}

function StateTag({ item: { answer, passedAt } }: { item: Handed }) {
  const say = useSay()
  const { formatTime } = useFormats()
  if (passedAt !== null) {
    return (
      <Tag tone="verified" icon="circle-check">
        {say('handed.state.passed', { time: formatTime(passedAt) })}
      </Tag>
    )
  }
  if (answer === null) {
    return (
      <Tag tone="pending" icon="history">
        {say('handed.state.open')}
      </Tag>
    )
  }
  return (
    <Tag tone="neutral" icon={answer === 'accepted' ? 'check' : 'x'}>
      {say(`handed.state.${answer}`)}
    </Tag>
  )
}

interface AnswersProps {
  readonly item: Handed
  readonly what: string
  readonly onRefuse: () => void
}

function Answers({ item: { id }, what, onRefuse }: AnswersProps) {
  const say = useSay()
  const toasts = useToasts()
  const { accept } = useHandedAnswers()
  const told = {
    onSuccess: () => toasts.show(say('handed.accepted')),
    onError: toasts.showError,
  }
  return (
    <>
      <Button
        size="s"
        icon="check"
        label={say('handed.accept.label', { what })}
        isPending={accept.isPending}
        onPress={() => accept.mutate({ handovers: [id] }, told)}
      >
        {say('handed.accept')}
      </Button>
      <Button size="s" label={say('handed.refuse.label', { what })} onPress={onRefuse}>
        {say('handed.refuse')}
      </Button>
    </>
  )
}
