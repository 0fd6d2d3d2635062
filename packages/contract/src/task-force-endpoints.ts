import { PlaceCode } from '@vigil/core/policy'
import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { ChosenProfile, DutyId, NewCoChairs, NewDuty, TaskForces } from './schemas/task-force.ts'

const oneOperation = z.object({ operation: PlaceCode })
const oneDuty = z.object({ dutyId: DutyId })

/** Who co-chairs, who acts for whom, and how a task force divides its work. */
export const TASK_FORCE_ENDPOINTS = {
  readTaskForces: {
    method: 'get',
    path: '/api/taskforces',
    summary: 'Who co-chairs, who acts for whom, and which profile holds',
    action: 'taskforce.read',
    reads: 'list',
    status: 200,
    answer: TaskForces,
    problems: [],
  },
  enterCoChairs: {
    method: 'post',
    path: '/api/taskforces/{operation}/cochairs',
    summary: 'Enter which entities co-chair from a day on; the earlier set ends the day before',
    action: 'taskforce.seat',
    reads: 'list',
    params: oneOperation,
    body: NewCoChairs,
    status: 200,
    answer: TaskForces,
    problems: ['access.stepUp', 'taskforce.days', 'taskforce.overlap'],
  },
  chooseProfile: {
    method: 'post',
    path: '/api/taskforces/{operation}/profile',
    summary: 'Sign for a profile as co-chair; it holds once every co-chair has signed',
    action: 'taskforce.choose',
    reads: 'list',
    params: oneOperation,
    body: ChosenProfile,
    status: 200,
    answer: TaskForces,
    problems: [
      'access.stepUp',
      'taskforce.sameProfile',
      'taskforce.bothSides',
      'taskforce.signed',
      'clock.signing',
    ],
  },
  setDuty: {
    method: 'post',
    path: '/api/duties',
    summary: 'Name an officer in charge for oneself, or as administrator for who cannot',
    action: 'duty.set',
    reads: 'list',
    body: NewDuty,
    status: 201,
    answer: TaskForces,
    problems: [
      'access.stepUp',
      'duty.unknownName',
      'duty.self',
      'duty.days',
      'duty.nothing',
      'duty.excluded',
      'duty.notStaff',
    ],
  },
  agreeToDuty: {
    method: 'post',
    path: '/api/duties/{dutyId}/agreement',
    summary: 'Agree, as co-chair, that somebody acts for who could not say so',
    action: 'duty.agree',
    reads: 'list',
    params: oneDuty,
    status: 200,
    answer: TaskForces,
    problems: ['access.stepUp', 'duty.unknown', 'duty.samePerson', 'duty.agreed'],
  },
  endDuty: {
    method: 'delete',
    path: '/api/duties/{dutyId}',
    summary: 'End it before its last day, as either of the two, administrator or co-chair',
    action: 'duty.end',
    reads: 'list',
    params: oneDuty,
    status: 200,
    answer: TaskForces,
    problems: ['duty.unknown'],
  },
} as const satisfies Record<string, Endpoint>
