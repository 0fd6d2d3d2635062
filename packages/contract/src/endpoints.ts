import { CLOCK_ENDPOINTS } from './clock-endpoints.ts'
import { DEMONSTRATION_ENDPOINTS } from './demonstration-endpoints.ts'
import type { Endpoint } from './endpoint.ts'
import { IDENTITY_ENDPOINTS } from './identity-endpoints.ts'
import { INCIDENT_ENDPOINTS } from './incident-endpoints.ts'
import { KEEPING_ENDPOINTS } from './keeping-endpoints.ts'
import { PAGE_ENDPOINTS } from './page-endpoints.ts'
import { PROVIDER_ENDPOINTS } from './provider-endpoints.ts'
import { RECORD_ENDPOINTS } from './record-endpoints.ts'
import { VERIFICATION_ENDPOINTS } from './verification-endpoints.ts'

export type { Endpoint } from './endpoint.ts'

/** The whole interface between browser, command line and server. No page shows incidents yet. */
export const ENDPOINTS = {
  ...PAGE_ENDPOINTS,
  ...PROVIDER_ENDPOINTS,
  ...CLOCK_ENDPOINTS,
  ...KEEPING_ENDPOINTS,
  ...INCIDENT_ENDPOINTS,
  ...RECORD_ENDPOINTS,
  ...VERIFICATION_ENDPOINTS,
  ...IDENTITY_ENDPOINTS,
  ...DEMONSTRATION_ENDPOINTS,
} as const satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof ENDPOINTS
