import { ENDPOINTS, type EndpointName } from '@vigil/contract/endpoints'
import type { LoggedAction } from '@vigil/contract/schemas'

/** What the audit log calls acts that nobody needs a role for. */
const OPEN_ACTS: Partial<Record<EndpointName, LoggedAction>> = {
  createFirstAccount: 'account.create',
  enrol: 'account.create',
  objectToRecovery: 'account.recover',
  signIn: 'session.open',
  beginPasskeySignIn: 'session.open',
  signInByPasskey: 'session.open',
  beginProviderSignIn: 'session.open',
  signInByProvider: 'session.open',
  signOut: 'session.close',
  switchPerson: 'session.open',
  beginDemonstration: 'account.create',
  prove: 'session.prove',
  beginPasskeyProof: 'session.prove',
  proveByPasskey: 'session.prove',
  changePassphrase: 'passphrase.change',
  beginPasskey: 'passkey.add',
  addPasskey: 'passkey.add',
  renamePasskey: 'passkey.rename',
  removePasskey: 'passkey.remove',
  beginTotp: 'totp.add',
  confirmTotp: 'totp.add',
  removeTotp: 'totp.remove',
  makeSheet: 'sheet.make',
  beginProviderLink: 'provider.link',
  linkProvider: 'provider.link',
  unlinkProvider: 'provider.unlink',
  endOwnSession: 'session.end',
  endOtherSessions: 'session.end',
  beginLeaving: 'leaving.begin',
  nameSuccessor: 'leaving.name',
  cancelLeaving: 'leaving.cancel',
  endOwnAccount: 'leaving.end',
  acceptHanded: 'handover.accept',
  refuseHanded: 'handover.refuse',
  readReceipt: 'receipt.read',
}

/** The name of an endpoint's act in the audit log: that of the policy, where it has one. */
export function auditActionOf(name: EndpointName): LoggedAction {
  const { action: ruled } = ENDPOINTS[name]
  const action = ruled === null || ruled === 'own' ? OPEN_ACTS[name] : ruled
  if (action === undefined) throw new Error(`The endpoint ${name} has no name in the audit log`)
  return action
}
