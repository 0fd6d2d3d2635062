import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { Recovery, RecoveryId, RecoveryList } from './schemas/recovery.ts'

const oneRecovery = z.object({ recoveryId: RecoveryId })

/** What the owner of an account asks for on every page. */
export const OWN_RECOVERY_ENDPOINTS = {
  readOwnRecovery: {
    method: 'get',
    path: '/api/own/recovery',
    summary: 'Whether somebody recovers my account',
    action: 'own',
    reads: 'get',
    status: 200,
    answer: RecoveryList,
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
