import type { ClauseKind } from '../annotation.ts'
import type { VerbClass } from '../codes.ts'

/** What each class of verbs does: tells somebody to act, states a norm, or expresses a view. */
export const KIND_OF = {
  express_concern: 'expressive',
  express_condemn: 'expressive',
  welcome: 'expressive',
  note: 'expressive',
  recall: 'expressive',
  stress: 'normative',
  decide: 'normative',
  invite: 'directive',
  encourage: 'directive',
  appeal: 'directive',
  item: 'directive',
  fund: 'directive',
  call: 'directive',
  request: 'directive',
  recommend: 'directive',
  urge: 'directive',
  demand: 'directive',
} as const satisfies Record<VerbClass, ClauseKind>
