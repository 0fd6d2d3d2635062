import { z } from 'zod'
import { DECISION_ACTIONS } from './decisions.ts'
import { FACT_ACTIONS } from './facts.ts'
import { MARK_ACTIONS } from './marks.ts'
import { Stamp } from './stamp.ts'

/** What somebody does to an incident. */
export const Deed = z.discriminatedUnion('kind', [
  ...FACT_ACTIONS,
  ...MARK_ACTIONS,
  ...DECISION_ACTIONS,
])
export type Deed = z.infer<typeof Deed>
export type DeedKind = Deed['kind']

/**
 * One action of an incident: who did what, and when. Actions are added and never changed; whatever is
 * known about the incident follows from them.
 */
export const Action = Stamp.extend({ deed: Deed })
export type Action = Readonly<z.infer<typeof Action>>
/** An action of certain kinds. */
export type ActionOf<Kind extends DeedKind> = Stamp & {
  readonly deed: Extract<Deed, { readonly kind: Kind }>
}

/** Whether `action` is of `kind`. */
export function isOf<Kind extends DeedKind>(action: Action, kind: Kind): action is ActionOf<Kind> {
  return action.deed.kind === kind
}

/** Those of `actions` that are of `kind`. */
export function actionsOf<Kind extends DeedKind>(
  actions: readonly Action[],
  kind: Kind,
): ActionOf<Kind>[] {
  return actions.filter((action): action is ActionOf<Kind> => isOf(action, kind))
}

/** What whoever documents an incident does; levels, imports and redactions have ways of their own. */
const EDITS: readonly DeedKind[] = [
  'add',
  'set',
  'correct',
  'link',
  'withdraw',
  'duplicate',
  'void',
  'attempt',
  'stop',
  'stateComment',
]

/** Whether documenting an incident may consist of `deed`. */
export function isEdit({ kind }: Deed): boolean {
  return EDITS.includes(kind)
}

/** Settings and remarks may be withdrawn; what was added is made void, and decisions are reopened. */
const WITHDRAWABLE: readonly DeedKind[] = ['set', 'correct', 'link', 'attempt', 'stateComment']

/** Whether somebody may take the action back; whatever it replaced stands again then. */
export function isWithdrawable({ deed }: Action): boolean {
  return WITHDRAWABLE.includes(deed.kind)
}
