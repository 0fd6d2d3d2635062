import type { Action, Obligation } from './rule.ts'

/** For how many minutes after signing in it is proven afresh who somebody is (security.md 7). */
export const PROOF_MINUTES = 5

/** What must happen besides, whoever acts; that reads of S0 and S1 are logged, `decide` adds (R-SEC-3). */
export const OBLIGATIONS: Readonly<Partial<Record<Action, readonly Obligation[]>>> = {
  'account.invite': ['log', 'step_up'],
  'account.grant': ['log', 'step_up'],
  'account.revoke': ['log', 'step_up'],
  'account.end': ['log', 'reason', 'step_up'],
  'account.recover': ['log', 'second_person', 'step_up'],
  'incident.classify': ['log', 'reason', 'step_up'],
  'incident.export': ['log', 'reason', 'step_up'],
  'violation.decide': ['log', 'reason'],
  'violation.sign': ['log', 'reason', 'step_up'],
  'taskforce.seat': ['log', 'step_up'],
  'taskforce.choose': ['log', 'second_person', 'step_up'],
  'duty.set': ['log', 'step_up'],
  'duty.agree': ['log', 'step_up'],
  'log.export': ['log', 'reason', 'step_up'],
  'glass.ask': ['log', 'reason', 'second_person', 'step_up'],
  'glass.agree': ['log', 'step_up'],
  'identity.read': ['log', 'step_up'],
  'identity.record': ['log'],
  'identity.erase': ['log', 'reason', 'step_up'],
  'identity.approve': ['log', 'step_up'],
  'identity.hold': ['log', 'reason', 'step_up'],
  'keys.unlock': ['log', 'step_up'],
}
