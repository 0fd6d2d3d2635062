import type { ElementTable } from '../../violations/elements/element.ts'

/** Elements of the incident itself (mrm.md 2.2). Coordinates identify: they are kept with identities. */
export const INCIDENT_ELEMENTS = {
  title: { kind: 'text', needed: true },
  occurredOn: { kind: 'dates', needed: true },
  firstReportedOn: { kind: 'date', needed: true },
  region: { kind: 'place', needed: true },
  lowerAdminLevels: { kind: 'place' },
  placeType: { kind: 'code', list: 'placeType' },
  context: { kind: 'code', list: 'context' },
  confidentialAccount: { kind: 'text' },
  publicAccount: { kind: 'text' },
  adultsKilled: { kind: 'adults' },
  adultsInjured: { kind: 'adults' },
} as const satisfies ElementTable<'incident'>
