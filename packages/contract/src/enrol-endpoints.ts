import type { Endpoint } from './endpoint.ts'
import { Enrolment } from './schemas/invitation.ts'
import { Session } from './schemas/session.ts'

/** What somebody with a code asks for, before they are known. */
export const ENROL_ENDPOINTS = {
  enrol: {
    method: 'post',
    path: '/api/enrolment',
    summary: 'Make the account that one was invited to, by the code, and sign in with it',
    action: null,
    reads: null,
    body: Enrolment,
    status: 201,
    answer: Session,
    problems: ['enrolment.wrong', 'enrolment.throttled', 'account.nameTaken'],
  },
} as const satisfies Record<string, Endpoint>
