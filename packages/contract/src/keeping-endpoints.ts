import type { Endpoint } from './endpoint.ts'
import { GLASS_ENDPOINTS } from './glass-endpoints.ts'
import { LEAVING_ENDPOINTS } from './leaving-endpoints.ts'
import { LOG_ENDPOINTS } from './log-endpoints.ts'
import { OWN_ENDPOINTS } from './own-endpoints.ts'
import { PEOPLE_ENDPOINTS } from './people-endpoints.ts'
import { RECOVERY_ENDPOINTS } from './recovery-endpoints.ts'
import { TASK_FORCE_ENDPOINTS } from './task-force-endpoints.ts'

/** How the house is kept and overseen, and one's own account: what only the pages of these ask for. */
export const KEEPING_ENDPOINTS = {
  ...OWN_ENDPOINTS,
  ...PEOPLE_ENDPOINTS,
  ...RECOVERY_ENDPOINTS,
  ...LEAVING_ENDPOINTS,
  ...TASK_FORCE_ENDPOINTS,
  ...LOG_ENDPOINTS,
  ...GLASS_ENDPOINTS,
} as const satisfies Record<string, Endpoint>
