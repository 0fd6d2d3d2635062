import type { Invitation, Invited as InvitedAnswer } from '@vigil/contract/schemas'
import { useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { Section } from '../../../components/section.tsx'
import { Table } from '../../../components/table.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useToasts } from '../../../components/toasts.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useFormats } from '../../documents/parts/use-formats.ts'
import { CodeCard } from '../parts/code-card.tsx'
import { useGrantWords } from '../parts/use-grant-words.ts'
import styles from '../person/grant-table.module.css'
import { useInvitationChanges } from '../queries.ts'

const COLUMNS = ['name', 'roles', 'by', 'expires', 'state'] as const

/** Who is invited and has not come yet, with another code and taking back. */
export function Invited({ invitations }: { invitations: readonly Invitation[] }) {
  const say = useSay()
  const [renewed, setRenewed] = useState<InvitedAnswer | null>(null)
  if (invitations.length === 0) return null
  const close = () => setRenewed(null)
  return (
    <Section title={say('invited.title')}>
      <Table
        caption={say('invited.table')}
        className={styles['table']}
        head={
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(`invited.column.${column}`)}
              </th>
            ))}
          </tr>
        }
      >
        {invitations.map((invitation) => (
          <Row key={invitation.id} invitation={invitation} onRenewed={setRenewed} />
        ))}
      </Table>
      {renewed && (
        <Dialog
          title={say('invited.renew')}
          isOpen
          isAlert
          onClose={close}
          actions={
            <Button kind="primary" onPress={close}>
              {say('code.close')}
            </Button>
          }
        >
          <CodeCard {...renewed.invitation} code={renewed.code} />
        </Dialog>
      )}
    </Section>
  )
}

const TONES = {
  open: ['pending', 'mail'],
  expired: ['late', 'calendar'],
  revoked: ['neutral', 'circle-x'],
} as const satisfies Record<Invitation['state'], readonly [string, string]>

interface RowProps {
  readonly invitation: Invitation
  readonly onRenewed: (invited: InvitedAnswer) => void
}

function Row({ invitation, onRenewed }: RowProps) {
  const say = useSay()
  const { formatDay, formatTime } = useFormats()
  const { listWords, lineOf } = useGrantWords()
  const { name, grants, secondOf, invitedAt, invitedBy, expiresAt, state } = invitation
  const [tone, icon] = TONES[state]
  const day = formatDay(invitedAt)
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
        {secondOf && <div>{say('people.secondOf', { name: secondOf.name })}</div>}
      </th>
      <td>{listWords(grants.map(lineOf))}</td>
      <td>
        {invitedBy
          ? say('invited.by', { day, name: invitedBy.name })
          : say('invited.machine', { day })}
      </td>
      <td>{formatTime(expiresAt)}</td>
      <td>
        <div className={styles['state']}>
          <Tag tone={tone} icon={icon}>
            {say(`invited.state.${state}`)}
          </Tag>
          <RowActions invitation={invitation} onRenewed={onRenewed} />
        </div>
      </td>
    </tr>
  )
}

function RowActions({ invitation, onRenewed }: RowProps) {
  const say = useSay()
  const toasts = useToasts()
  const { renew, revoke } = useInvitationChanges()
  const { id, name, state } = invitation
  return (
    <>
      <Button
        size="s"
        icon="refresh-cw"
        label={say('invited.renew.label', { name })}
        isPending={renew.isPending}
        onPress={() => renew.mutate(id, { onSuccess: onRenewed, onError: toasts.showError })}
      >
        {say('invited.renew')}
      </Button>
      {state === 'open' && (
        <Button
          size="s"
          icon="x"
          label={say('invited.revoke.label', { name })}
          isPending={revoke.isPending}
          onPress={() =>
            revoke.mutate(id, {
              onSuccess: () => toasts.show(say('invited.revoked', { name })),
              onError: toasts.showError,
            })
          }
        >
          {say('invited.revoke')}
        </Button>
      )}
    </>
  )
}
