import type { Holding } from '@vigil/contract/schemas'
import type { HoldingKind } from '@vigil/core/leaving'
import { Button } from '../../components/button.tsx'
import type { IconName } from '../../components/icon-paths.ts'
import { Section } from '../../components/section.tsx'
import { Tag } from '../../components/tag.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { Entries, Entry } from '../account/entries.tsx'
import styles from './leaving.module.css'

/** What has nothing more to say than its name. */
const PLAIN = ['incident_owned', 'incident_assigned', 'letter'] as const
type PlainKind = (typeof PLAIN)[number]

interface GroupProps {
  readonly kind: HoldingKind
  readonly items: readonly Holding[]
  readonly onName: (items: readonly Holding[]) => void
}

/** All things of one kind, with one successor for all of them or one for each. */
export function Group({ kind, items, onName }: GroupProps) {
  const say = useSay()
  const title = say(`leaving.kind.${kind}`)
  const open = items.filter(({ state }) => isToName(state))
  return (
    <Section
      title={title}
      aside={
        open.length > 1 && (
          <Button
            size="s"
            icon="users-round"
            label={say('leaving.name.label', { what: title })}
            onPress={() => onName(open)}
          >
            {say('leaving.name.all')}
          </Button>
        )
      }
    >
      {!isPlain(kind) && <p className={styles['words']}>{say(`leaving.about.${kind}`)}</p>}
      <Entries label={title}>
        {items.map((item) => (
          <Item key={item.id} item={item} onName={() => onName([item])} />
        ))}
      </Entries>
    </Section>
  )
}

function isPlain(kind: HoldingKind): kind is PlainKind {
  return (PLAIN as readonly HoldingKind[]).includes(kind)
}

type State = NonNullable<Holding['state']>

const LOOKS = {
  accepted: { tone: 'verified', icon: 'circle-check' },
  unnamed: { tone: 'neutral', icon: 'circle-dashed' },
  waiting: { tone: 'pending', icon: 'history' },
  refused: { tone: 'overdue', icon: 'circle-x' },
  unfit: { tone: 'overdue', icon: 'triangle-alert' },
  frozen: { tone: 'overdue', icon: 'lock' },
} as const satisfies Record<State, { tone: string; icon: IconName }>

/** Whether a successor can be named now. */
function isToName(state: Holding['state']): boolean {
  return state !== null && state !== 'frozen' && state !== 'accepted'
}

function Item({ item, onName }: { item: Holding; onName: () => void }) {
  const say = useSay()
  const { id, label, state, successor, reason } = item
  const number = say('leaving.id', { id: id.slice(-8) })
  const what = label ?? number
  return (
    <Entry
      name={<bdi>{what}</bdi>}
      tag={
        state && (
          <Tag tone={LOOKS[state].tone} icon={LOOKS[state].icon}>
            {say(`leaving.state.${state}`, { name: successor?.name ?? '' })}
          </Tag>
        )
      }
      facts={[
        ...(label === null ? [] : [number]),
        ...(reason === null ? [] : [say('leaving.refused.because', { reason })]),
      ]}
      actions={
        isToName(state) && (
          <Button
            size="s"
            label={say('leaving.name.label', { what: `${what}, ${number}` })}
            onPress={onName}
          >
            {say('leaving.name')}
          </Button>
        )
      }
    />
  )
}
