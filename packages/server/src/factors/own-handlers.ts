import type { EndpointName, ENDPOINTS } from '@vigil/contract/endpoints'
import type { OwnFactors, SheetMade, TotpBegun } from '@vigil/contract/schemas'
import { canRemove } from '@vigil/core/factors'
import { endOtherSessions, endOwnSession, listSessions } from '../accounts/sessions.ts'
import { changePassphrase } from './change-passphrase.ts'
import type { Asked, Done, Handlers } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import type { Services } from '../http/services.ts'
import { checkpointForPaper } from '../log/paper.ts'
import { showProvider } from '../provider/links.ts'
import { checkOwnProof } from '../policy/obligations.ts'
import { listChanges, noteChange } from './changes.ts'
import { holdEnrolled, readEnrolled } from './enrolled.ts'
import { listPasskeys, showPasskey } from './passkeys.ts'
import { relyingParty } from './relying-party.ts'
import { makeSheet, showSheet } from './sheets.ts'
import { beginTotp, findTotp, findTotpStep, putTotpInUse, removeTotp } from './totp.ts'

type AskedOf<Name extends EndpointName> = Asked<(typeof ENDPOINTS)[Name]>
type Own =
  | 'readFactors'
  | 'changePassphrase'
  | 'beginTotp'
  | 'confirmTotp'
  | 'removeTotp'
  | 'makeSheet'
  | 'listOwnSessions'
  | 'endOwnSession'
  | 'endOtherSessions'

/** What somebody signs in with besides passkeys, and where they are signed in. */
export function ownHandlers(services: Services): Pick<Handlers, Own> {
  return {
    readFactors: (asked) => readFactors(asked, services),
    changePassphrase: (asked) => changePassphrase(asked, services),
    beginTotp: (asked) => begin(asked, services),
    confirmTotp: (asked) => confirm(asked, services),
    removeTotp: remove,
    makeSheet: handOutSheet,

    async listOwnSessions({ actor, db, now }) {
      const asking = { accountId: actor.id, sessionId: actor.sessionId, now }
      return { items: await listSessions(db, asking) }
    },

    endOwnSession({ actor, params, write }) {
      const { sessionId } = params
      return write(async (tx) => {
        const isEnded = await endOwnSession(tx, { accountId: actor.id, sessionId })
        if (!isEnded) refuse('session.unknown')
        const object = { type: 'session', id: sessionId } as const
        return { answer: null, object, change: { account: actor.id } }
      })
    },

    endOtherSessions({ actor, write }) {
      const { id: accountId, sessionId } = actor
      return write(async (tx) => {
        const ended = await endOtherSessions(tx, { accountId, sessionId })
        const object = { type: 'account', id: accountId } as const
        return { answer: null, object, change: { ended } }
      })
    },
  }
}

async function readFactors(
  { actor, db, port }: AskedOf<'readFactors'>,
  services: Services,
): Promise<OwnFactors> {
  const enrolled = await readEnrolled(db, actor.id)
  const passkeys = await listPasskeys(db, actor.id)
  const added = await findTotp(db, actor.id)
  return {
    canHavePasskeys: relyingParty(services, port) !== null,
    passkeys: passkeys.map((row) => showPasskey(row, enrolled)),
    totp: added && { addedAt: added.toISOString(), isRemovable: canRemove('totp', enrolled) },
    sheet: await showSheet(db, actor.id),
    provider: await showProvider(db, { accountId: actor.id, provider: services.identityProvider }),
    changes: await listChanges(db, actor.id),
  }
}

async function begin(
  asked: AskedOf<'beginTotp'>,
  { factorKey: key }: Services,
): Promise<Done<TotpBegun>> {
  const { actor, now, write } = asked
  checkOwnProof('totp.add', asked)
  await asked.checkClock('one_time_code')
  const whose = { accountId: actor.id, label: actor.account.signInName, key, now }
  return write(async (tx) => {
    const { id, ...answer } = await beginTotp(tx, whose)
    return { answer, object: { type: 'account', id: actor.id }, change: { begun: id } }
  })
}

async function confirm(
  asked: AskedOf<'confirmTotp'>,
  { factorKey: key }: Services,
): Promise<Done<null>> {
  const { actor, body, db, now, write } = asked
  checkOwnProof('totp.add', asked)
  await asked.checkClock('one_time_code')
  const whose = { accountId: actor.id, key, now }
  const found = await findTotpStep(db, { ...whose, code: body.code, which: 'begun' })
  if (!found) return refuse('totp.wrong')
  return write(async (tx) => {
    const isInUse = await putTotpInUse(tx, { ...whose, found })
    if (!isInUse) refuse('totp.notBegun')
    await noteChange(tx, { accountId: actor.id, what: 'totp_added', now })
    return { answer: null, object: { type: 'account', id: actor.id }, change: { added: found.id } }
  })
}

function remove(asked: AskedOf<'removeTotp'>): Promise<Done<null>> {
  const { actor, now, write } = asked
  checkOwnProof('totp.remove', asked)
  return write(async (tx) => {
    const enrolled = await holdEnrolled(tx, actor.id)
    if (!enrolled.hasTotp) refuse('totp.notBegun')
    if (!canRemove('totp', enrolled)) refuse('factor.last')
    await removeTotp(tx, actor.id)
    await noteChange(tx, { accountId: actor.id, what: 'totp_removed', now })
    return { answer: null, object: { type: 'account', id: actor.id }, change: { totp: 'removed' } }
  })
}

/** The log keeps which sheet it was, never a code. */
function handOutSheet(asked: AskedOf<'makeSheet'>): Promise<Done<SheetMade>> {
  const { actor, now, write } = asked
  checkOwnProof('sheet.make', asked)
  return write(async (tx) => {
    const { id, ...sheet } = await makeSheet(tx, { accountId: actor.id, now })
    await noteChange(tx, { accountId: actor.id, what: 'sheet_made', now })
    const answer = { ...sheet, checkpoint: await checkpointForPaper(tx) }
    return { answer, object: { type: 'account', id: actor.id }, change: { sheet: id } }
  })
}
