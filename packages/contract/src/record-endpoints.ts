import { Id } from '@vigil/core/incident'
import { z } from 'zod'
import { type Endpoint, LONG_BODY } from './endpoint.ts'
import { IncidentId, PurposeQuery } from './schemas/incident.ts'
import {
  ActionHistory,
  DifferencesQuery,
  IncidentRecordView,
  NewActions,
  OneText,
  RecordDifferences,
  RecordQuery,
} from './schemas/record.ts'

const oneIncident = z.object({ incidentId: IncidentId })
const READ = ['access.purpose', 'access.tooMany', 'incident.unknown'] as const
const KEYS = ['keys.new', 'keys.away'] as const

/** What is known of an incident: its actions, and what follows from them. */
export const RECORD_ENDPOINTS = {
  readRecord: {
    method: 'get',
    path: '/api/incidents/{incidentId}/record',
    summary: 'What is known of one incident, now or at the end of a day',
    action: 'incident.read',
    reads: 'get',
    params: oneIncident,
    query: RecordQuery,
    status: 200,
    answer: IncidentRecordView,
    problems: READ,
  },
  addToRecord: {
    method: 'post',
    path: '/api/incidents/{incidentId}/actions',
    summary: 'Add to what is known of one incident',
    action: 'incident.edit',
    reads: 'get',
    params: oneIncident,
    body: NewActions,
    bodyBytes: LONG_BODY,
    status: 200,
    answer: IncidentRecordView,
    problems: ['incident.unknown', 'record.refused', 'record.texts', ...KEYS],
  },
  readRecordActions: {
    method: 'get',
    path: '/api/incidents/{incidentId}/actions',
    summary: 'Everything that was done to one incident, oldest first',
    action: 'incident.read',
    reads: 'history',
    params: oneIncident,
    query: PurposeQuery,
    status: 200,
    answer: ActionHistory,
    problems: READ,
  },
  compareRecords: {
    method: 'get',
    path: '/api/incidents/{incidentId}/differences',
    summary: 'What differs between one incident at the end of two days',
    action: 'incident.read',
    reads: 'history',
    params: oneIncident,
    query: DifferencesQuery,
    status: 200,
    answer: RecordDifferences,
    problems: READ,
  },
  readText: {
    method: 'get',
    path: '/api/incidents/{incidentId}/texts/{textId}',
    summary: 'One text of one incident, also where another has taken its place',
    action: 'incident.read',
    reads: 'history',
    params: oneIncident.extend({ textId: Id }),
    query: PurposeQuery,
    status: 200,
    answer: OneText,
    problems: [...READ, 'record.textUnknown', 'record.textGone', 'keys.sealed', ...KEYS],
  },
} as const satisfies Record<string, Endpoint>
