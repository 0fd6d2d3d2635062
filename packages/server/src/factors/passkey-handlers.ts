import type { EndpointName, ENDPOINTS } from '@vigil/contract/endpoints'
import type { Passkey, PasskeyCreation } from '@vigil/contract/schemas'
import { canRemove, MOST_PASSKEYS } from '@vigil/core/factors'
import { type Asked, type Done, type Handlers, nothingToWrite } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import type { Services } from '../http/services.ts'
import { checkOwnProof } from '../policy/obligations.ts'
import { ALGORITHMS, challengeOf, readMade } from './ceremony.ts'
import { makeChallenge, spendChallenge } from './challenges.ts'
import { noteChange } from './changes.ts'
import { holdEnrolled, readEnrolled } from './enrolled.ts'
import * as passkeys from './passkeys.ts'
import { toKnown, userHandleOf, WITHIN } from './present.ts'
import { getRelyingParty } from './relying-party.ts'

type AskedOf<Name extends EndpointName> = Asked<(typeof ENDPOINTS)[Name]>
type Own = 'beginPasskey' | 'addPasskey' | 'renamePasskey' | 'removePasskey'

/** Adding, naming and taking away one's own passkeys. */
export function passkeyHandlers(services: Services): Pick<Handlers, Own> {
  return {
    beginPasskey: (asked) => begin(asked, services),
    addPasskey: (asked) => add(asked, services),
    renamePasskey: rename,
    removePasskey: remove,
  }
}

async function begin(
  asked: AskedOf<'beginPasskey'>,
  services: Services,
): Promise<Done<PasskeyCreation>> {
  const { actor, db, now, address } = asked
  checkOwnProof('passkey.add', asked)
  const { id } = getRelyingParty(services, asked.port)
  const { sessionId, account } = actor
  const challenge = await makeChallenge(db, { purpose: 'add', sessionId, address, now })
  const known = await passkeys.listPasskeys(db, actor.id)
  return nothingToWrite({
    rp: { id, name: 'Vigil' },
    user: {
      id: userHandleOf(account.id),
      name: account.signInName,
      displayName: account.signInName,
    },
    challenge,
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key' as const, alg })),
    timeout: WITHIN,
    excludeCredentials: known.map(toKnown),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
  })
}

async function add(asked: AskedOf<'addPasskey'>, services: Services): Promise<Done<Passkey>> {
  const { actor, body, db, now, write } = asked
  checkOwnProof('passkey.add', asked)
  const { name, made } = body
  const party = getRelyingParty(services, asked.port)
  const challenge = challengeOf(made) ?? ''
  const purpose = { purpose: 'add', sessionId: actor.sessionId, now } as const
  const isAsked = await spendChallenge(db, { ...purpose, challenge })
  const key = isAsked ? await readMade(made, { party, challenge }) : undefined
  if (!key) return refuse('passkey.notMade')
  return write(async (tx) => {
    const { passkeys: count, suspects } = await holdEnrolled(tx, actor.id)
    if (count + suspects >= MOST_PASSKEYS) refuse('passkey.tooMany')
    const added = await passkeys.insertPasskey(tx, {
      accountId: actor.id,
      name,
      publicKey: key.publicKey,
      counter: key.counter,
      made,
      now,
    })
    if (!added) return refuse('passkey.notMade')
    await noteChange(tx, { accountId: actor.id, what: 'passkey_added', name, now })
    const answer = passkeys.showPasskey(added, await readEnrolled(tx, actor.id))
    const change = { account: actor.id, credential: made.id, name }
    return { answer, object: { type: 'passkey', id: added.id }, change }
  })
}

function rename(asked: AskedOf<'renamePasskey'>): Promise<Done<Passkey>> {
  const { actor, params, body, write } = asked
  return write(async (tx) => {
    const own = { accountId: actor.id, id: params.passkeyId }
    const renamed = await passkeys.setPasskeyName(tx, { ...own, name: body.name })
    if (!renamed) return refuse('passkey.unknown')
    const answer = passkeys.showPasskey(renamed, await readEnrolled(tx, actor.id))
    return { answer, object: { type: 'passkey', id: renamed.id }, change: { name: body.name } }
  })
}

function remove(asked: AskedOf<'removePasskey'>): Promise<Done<null>> {
  const { actor, params, now, write } = asked
  checkOwnProof('passkey.remove', asked)
  return write(async (tx) => {
    const enrolled = await holdEnrolled(tx, actor.id)
    const own = { accountId: actor.id, id: params.passkeyId }
    const held = (await passkeys.findOwnPasskey(tx, own)) ?? refuse('passkey.unknown')
    const object = { type: 'passkey', id: held.id } as const
    if (!canRemove(held.suspect_since ? 'suspect' : 'passkey', enrolled)) {
      refuse('factor.last', { object })
    }
    await passkeys.deletePasskey(tx, held.id)
    const what = 'passkey_removed' as const
    await noteChange(tx, { accountId: actor.id, what, name: held.name, now })
    return { answer: null, object, change: { account: actor.id } }
  })
}
