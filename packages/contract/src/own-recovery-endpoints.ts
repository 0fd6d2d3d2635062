import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { OwnNotices, Recovery, RecoveryId } from './schemas/recovery.ts'

const oneRecovery = z.object({ recoveryId: RecoveryId })

/** What the owner of an account asks for on every page. */
export const OWN_RECOVERY_ENDPOINTS = {
  readOwnRecovery: {
    method: 'get',
    path: '/api/own/recovery',
    summary: 'Whether somebody recovers my account, and whether something is handed to me',
    action: 'own',
    reads: 'get',
    status: 200,
    answer: OwnNotices,
    problems: [],
  },
  objectToRecovery: {
    method: 'delete',
    path: '/api/own/recovery/{recoveryId}',
    summary: 'Object to the recovery of my account; it ends at once',
    action: 'own',
    reads: 'get',
    params: oneRecovery,
    status: 200,
    answer: Recovery,
    problems: ['recovery.unknown'],
  },
} as const satisfies Record<string, Endpoint>
