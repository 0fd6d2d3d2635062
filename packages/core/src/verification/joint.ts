import type { ActionOf } from '../incident/actions/action.ts'
import { canonicalJson } from '../log/canonical-json.ts'
import { type Hand, sharePerson } from '../policy/separation.ts'
import type { Round } from './rounds.ts'

/** How far the technical co-chairs are: nobody, one, or both, who say the same or not. */
export const JOINT_STATES = ['none', 'one', 'agreed', 'disagreed'] as const
export type JointState = (typeof JOINT_STATES)[number]

/**
 * The joint answer of a round (R-VER-5). Two who disagree have answered: both answers and their reasons
 * stay, the violation stays pending and goes to the task force with both.
 */
export function jointState({ level2 }: Pick<Round, 'level2'>): JointState {
  const answers = new Set(level2.map(({ deed }) => canonicalJson(said(deed))))
  if (level2.length < 2) return level2.length === 0 ? 'none' : 'one'
  return answers.size === 1 ? 'agreed' : 'disagreed'
}

/** The answers of a round that somebody may see, and how many are kept from them for now. */
export interface SeenAnswers {
  readonly answers: readonly ActionOf<'decide'>[]
  readonly hidden: number
}

/**
 * What `viewer` sees of the technical answers. Where the task force chose so, the first answer is hidden
 * from everybody but its author until the second is given, so that the second is nobody's echo.
 */
export function seenAnswers(
  round: Pick<Round, 'level2'>,
  viewer: Hand,
  hideFirst: boolean,
): SeenAnswers {
  if (!hideFirst || jointState(round) !== 'one') return { answers: round.level2, hidden: 0 }
  const answers = round.level2.filter((answer) => sharePerson(answer, viewer))
  return { answers, hidden: round.level2.length - answers.length }
}

function said({ outcome, tally, attribution }: ActionOf<'decide'>['deed']) {
  return { outcome, tally, attribution }
}
