import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import {
  CheckpointList,
  CheckpointQuery,
  DisclosureList,
  DisclosureQuery,
  LogExportQuery,
  LogFormat,
  LogPage,
  LogPeople,
  LogQuery,
} from './schemas/log.ts'

/**
 * The log for those who oversee: who did or saw what, and nothing of it; each look is an entry itself.
 * A receipt of what they did themselves is for everybody.
 */
export const LOG_ENDPOINTS = {
  listLog: {
    method: 'get',
    path: '/api/log',
    summary: 'Entries of the log, newest first',
    action: 'log.read',
    reads: 'audit',
    query: LogQuery,
    status: 200,
    answer: LogPage,
    problems: [],
  },
  listLogPeople: {
    method: 'get',
    path: '/api/log/people',
    summary: 'Whose entries the log can be asked for, by name',
    action: 'log.read',
    reads: 'list',
    status: 200,
    answer: LogPeople,
    problems: [],
  },
  exportLog: {
    method: 'get',
    path: '/api/log/export/{format}',
    summary: 'The same entries as a file, for a stated reason, right after signing in',
    action: 'log.export',
    reads: 'export',
    params: z.object({ format: LogFormat }),
    query: LogExportQuery,
    status: 200,
    answer: 'bytes',
    problems: ['access.stepUp', 'log.tooMany'],
  },
  listDisclosures: {
    method: 'get',
    path: '/api/log/disclosures',
    summary: 'Who took what along, and why, newest first',
    action: 'log.read',
    reads: 'audit',
    query: DisclosureQuery,
    status: 200,
    answer: DisclosureList,
    problems: [],
  },
  listCheckpoints: {
    method: 'get',
    path: '/api/log/checkpoints',
    summary: 'What the log stated about itself, to be kept elsewhere',
    action: 'log.read',
    reads: 'audit',
    query: CheckpointQuery,
    status: 200,
    answer: CheckpointList,
    problems: [],
  },
  readReceipt: {
    method: 'get',
    path: '/api/receipts/{requestId}',
    summary: 'A proof that what I did in a request is in the log (C2SP tlog-proof)',
    action: 'own',
    reads: 'audit',
    params: z.object({ requestId: z.uuid() }),
    status: 200,
    answer: 'bytes',
    problems: ['log.noReceipt'],
  },
} as const satisfies Record<string, Endpoint>
