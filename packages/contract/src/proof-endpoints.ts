import type { Endpoint } from './endpoint.ts'
import { PasskeyRequest, PasskeySigned } from './schemas/passkey.ts'
import { Proof, Session } from './schemas/session.ts'

/** A fresh proof, which any page may need. */
export const PROOF_ENDPOINTS = {
  prove: {
    method: 'post',
    path: '/api/session/proof',
    summary: 'Show afresh that it is still me, by passphrase and code',
    action: 'own',
    reads: 'get',
    body: Proof,
    status: 200,
    answer: Session,
    problems: ['session.wrong', 'session.throttled', 'clock.codes'],
  },
  beginPasskeyProof: {
    method: 'post',
    path: '/api/session/proof/challenge',
    summary: 'What one of my passkeys is to sign, to show that it is still me',
    action: 'own',
    reads: 'get',
    status: 200,
    answer: PasskeyRequest,
    problems: ['passkey.noName'],
  },
  proveByPasskey: {
    method: 'post',
    path: '/api/session/proof/passkey',
    summary: 'Show afresh that it is still me, by a passkey',
    action: 'own',
    reads: 'get',
    body: PasskeySigned,
    status: 200,
    answer: Session,
    problems: ['passkey.refused', 'passkey.noName', 'session.throttled'],
  },
} as const satisfies Record<string, Endpoint>
