import type { Endpoint } from './endpoint.ts'
import { ClockState } from './schemas/clock.ts'

/** What whoever keeps the house sees of its clock. */
export const CLOCK_ENDPOINTS = {
  readClock: {
    method: 'get',
    path: '/api/clock',
    summary: 'Whether the clock of the server may be wrong, and which clock it is',
    action: 'account.read',
    reads: 'get',
    status: 200,
    answer: ClockState,
    problems: [],
  },
} as const satisfies Record<string, Endpoint>
