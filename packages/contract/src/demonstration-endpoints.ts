import { DemonstrationPerson } from '@vigil/core/demonstration'
import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { Demonstration } from './schemas/demonstration.ts'
import { Session } from './schemas/session.ts'

/** What somebody who looks around asks for; refused wherever people work. */
export const DEMONSTRATION_ENDPOINTS = {
  beginDemonstration: {
    method: 'post',
    path: '/api/demonstration',
    summary: 'Start a demonstration beside an installation that nobody has begun to use',
    action: null,
    reads: null,
    status: 201,
    answer: Demonstration,
    problems: ['demonstration.none', 'demonstration.failed', 'setup.done'],
  },
  switchPerson: {
    method: 'post',
    path: '/api/demonstration/person',
    summary: 'Be somebody else of the demonstration',
    action: null,
    reads: null,
    body: z.object({ person: DemonstrationPerson }),
    status: 200,
    answer: Session,
    problems: ['demonstration.none'],
  },
} as const satisfies Record<string, Endpoint>
