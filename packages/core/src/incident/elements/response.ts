import type { ElementTable } from '../../violations/elements/element.ts'

/** Elements of a response of the task force (mrm.md 2.2). */
export const RESPONSE_ELEMENTS = {
  action: { kind: 'code', list: 'responseAction', needed: true },
  addressee: { kind: 'text' },
  date: { kind: 'date' },
  status: { kind: 'code', list: 'responseStatus' },
  dueOn: { kind: 'date' },
} as const satisfies ElementTable<'response'>
