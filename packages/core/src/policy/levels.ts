import type { Grant } from './grants.ts'
import type { Role } from './roles.ts'

/** One of the three levels at which a violation is decided (mrm.md 3.3). */
interface Level {
  readonly level: 1 | 2 | 3
  /** Whose role decides there. */
  readonly role: Role
  /** Whether only staff of the United Nations may hold it. */
  readonly unStaff: boolean
  /** Whether two signatures of different co-chairing entities make the decision (R-VER-5). */
  readonly joint: boolean
}

/** The levels of verification, and who decides at each. */
export const LEVELS = [
  { level: 1, role: 'focal_point', unStaff: false, joint: false },
  { level: 2, role: 'technical_co_chair', unStaff: true, joint: true },
  { level: 3, role: 'co_chair', unStaff: true, joint: false },
] as const satisfies readonly Level[]

/** Why somebody does not hold a level: the role decides there never, or they are not said to be staff. */
export type LevelFault = 'notThisRole' | 'notStaff'

/** Whether whoever has `grant` may decide at `level`; undefined where they may. */
export function findLevelFault(
  { role, unStaff }: Pick<Grant, 'role' | 'unStaff'>,
  level: Level['level'],
): LevelFault | undefined {
  const found = LEVELS.find((one) => one.level === level)
  if (found?.role !== role) return 'notThisRole'
  return found.unStaff && unStaff !== true ? 'notStaff' : undefined
}

/** Whether a grant may be given: a role that holds level 2 or 3 is for United Nations staff alone. */
export function findStaffFault(grant: Pick<Grant, 'role' | 'unStaff'>): 'notStaff' | undefined {
  const held = LEVELS.filter(({ role }) => role === grant.role)
  return held.some(({ level }) => findLevelFault(grant, level) === 'notStaff')
    ? 'notStaff'
    : undefined
}
