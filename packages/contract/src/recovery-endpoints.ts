import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import {
  NewRecovery,
  Recovery,
  RecoveryCode,
  RecoveryId,
  RecoveryList,
} from './schemas/recovery.ts'

const oneRecovery = z.object({ recoveryId: RecoveryId })
const APPROVAL = [
  'recovery.self',
  'recovery.again',
  'recovery.noRole',
  'recovery.sameUnit',
] as const

/** How an account whose owner has lost everything to sign in with is opened again. */
export const RECOVERY_ENDPOINTS = {
  listRecoveries: {
    method: 'get',
    path: '/api/recoveries',
    summary: 'Accounts that are being recovered',
    action: 'account.recover',
    reads: 'list',
    status: 200,
    answer: RecoveryList,
    problems: [],
  },
  askRecovery: {
    method: 'post',
    path: '/api/recoveries',
    summary: 'Ask for the recovery of an account, and agree to it as the first of two',
    action: 'account.recover',
    reads: 'get',
    body: NewRecovery,
    status: 201,
    answer: Recovery,
    problems: ['account.unknown', 'recovery.open', ...APPROVAL, 'access.stepUp', 'clock.deadlines'],
  },
  approveRecovery: {
    method: 'post',
    path: '/api/recoveries/{recoveryId}/approval',
    summary: 'Agree as the second; from now on the owner has two days to object',
    action: 'account.recover',
    reads: 'get',
    params: oneRecovery,
    status: 200,
    answer: Recovery,
    problems: ['recovery.unknown', ...APPROVAL, 'access.stepUp', 'clock.deadlines'],
  },
  makeRecoveryCode: {
    method: 'post',
    path: '/api/recoveries/{recoveryId}/code',
    summary: 'The code to hand over once the time to object is over; shown once',
    action: 'account.recover',
    reads: 'get',
    params: oneRecovery,
    status: 200,
    answer: RecoveryCode,
    problems: ['recovery.unknown', 'recovery.notReady', 'access.stepUp', 'clock.deadlines'],
  },
  withdrawRecovery: {
    method: 'delete',
    path: '/api/recoveries/{recoveryId}',
    summary: 'Take back a recovery that is under way',
    action: 'account.recover',
    reads: 'get',
    params: oneRecovery,
    status: 200,
    answer: Recovery,
    problems: ['recovery.unknown'],
  },
} as const satisfies Record<string, Endpoint>
