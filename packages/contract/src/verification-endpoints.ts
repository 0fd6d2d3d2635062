import { Id } from '@vigil/core/incident'
import { z } from 'zod'
import { type Endpoint, LONG_BODY } from './endpoint.ts'
import { IncidentId, PurposeQuery } from './schemas/incident.ts'
import {
  NewDecision,
  NewReopening,
  NewReturn,
  ViolationVerification,
} from './schemas/verification.ts'

const ONE = '/api/incidents/{incidentId}/violations/{violationId}'
const oneViolation = z.object({ incidentId: IncidentId, violationId: Id })
const SIGNING = [
  'access.stepUp',
  'incident.unknown',
  'record.refused',
  'record.stepRefused',
  'keys.new',
  'keys.away',
] as const

/** The three levels at which a violation is decided, each step with the signature of who takes it. */
export const VERIFICATION_ENDPOINTS = {
  readVerification: {
    method: 'get',
    path: `${ONE}/verification`,
    summary: 'Where one violation stands in its verification, and what the reader may do about it',
    action: 'incident.read',
    reads: 'get',
    params: oneViolation,
    query: PurposeQuery,
    status: 200,
    answer: ViolationVerification,
    problems: ['access.purpose', 'access.tooMany', 'incident.unknown', 'record.stepRefused'],
  },
  decideViolation: {
    method: 'post',
    path: `${ONE}/decisions`,
    summary: 'Answer or decide about one violation at one of the three levels',
    action: 'violation.decide',
    reads: 'get',
    params: oneViolation,
    body: NewDecision,
    bodyBytes: LONG_BODY,
    status: 200,
    answer: ViolationVerification,
    problems: SIGNING,
  },
  sendBackViolation: {
    method: 'post',
    path: `${ONE}/returns`,
    summary: 'Send one pending violation back to level 1, because more is wanted',
    action: 'violation.sign',
    reads: 'get',
    params: oneViolation,
    body: NewReturn,
    bodyBytes: LONG_BODY,
    status: 200,
    answer: ViolationVerification,
    problems: SIGNING,
  },
  reopenViolation: {
    method: 'post',
    path: `${ONE}/reopenings`,
    summary: 'Take up again one violation that was decided',
    action: 'violation.decide',
    reads: 'get',
    params: oneViolation,
    body: NewReopening,
    bodyBytes: LONG_BODY,
    status: 200,
    answer: ViolationVerification,
    problems: SIGNING,
  },
} as const satisfies Record<string, Endpoint>
