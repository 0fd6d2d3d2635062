import type { ElementTable } from './element.ts'

/**
 * Elements of recruitment and use (mrm.md 2.4). None of roles, weapon or training is ever needed: nothing
 * for a child waits for them (R-RU-7).
 */
export const RECRUITMENT_USE_ELEMENTS = {
  aspect: { kind: 'code', list: 'recruitmentAspect', needed: true },
  factors: { kind: 'codes', list: 'recruitmentFactor' },
  roleCombatant: { kind: 'codes', list: 'combatRole' },
  roleSupport: { kind: 'codes', list: 'supportRole' },
  weaponCarried: { kind: 'answer' },
  trainingReceived: { kind: 'answer' },
  reRecruitment: { kind: 'answer' },
  previousParty: { kind: 'party' },
  otherChildrenSeen: { kind: 'count' },
  recruitedInDetention: { kind: 'answer' },
  exitWay: { kind: 'codes', list: 'exitWay' },
} as const satisfies ElementTable<'violation'>
