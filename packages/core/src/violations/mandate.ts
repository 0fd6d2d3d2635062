import type { Code } from '../codes/lists.ts'

/** What is asked before anything is recorded (R-VIO-1, R-VIO-4); null: not answered yet. */
export interface MandateAnswers {
  /** Whether personnel of the United Nations is said to have done it. */
  readonly byUnPersonnel: boolean | null
  /** Whether it happened in the context of the conflict, by a force or group, even an unknown one. */
  readonly byParty: Code<'answer'> | null
  /** Whether a child, a school, a hospital or assistance for children is affected. */
  readonly concernsChildren: boolean | null
}

/** Where a report belongs instead, and which rule says so. Nothing of it is stored. */
export interface ElsewhereChannel {
  readonly channel: Code<'channel'>
  readonly rule: 'R-VIO-1' | 'R-VIO-4' | 'R-VIO-5'
}

/**
 * The channel to which a report belongs that is not for the mechanism; undefined where it may go on. It
 * stops as soon as one answer says so: nothing more is asked then. Acts of United Nations personnel are
 * never entered, whatever else holds (R-VIO-4). An unknown perpetrator goes on (R-VIO-3), and so does an
 * act of any party, listed or not, recognised or not (R-VIO-2).
 */
export function findElsewhere(answers: MandateAnswers): ElsewhereChannel | undefined {
  if (answers.byUnPersonnel === true) return { channel: 'un_conduct', rule: 'R-VIO-4' }
  if (answers.byParty === 'no') return { channel: 'child_protection', rule: 'R-VIO-1' }
  if (answers.concernsChildren === false) return { channel: 'human_rights', rule: 'R-VIO-1' }
  return undefined
}

/** What is said to whoever wants to record who in person did it (R-VIO-5). */
export const PERPETRATOR_NAMES: ElsewhereChannel = { channel: 'investigation', rule: 'R-VIO-5' }
