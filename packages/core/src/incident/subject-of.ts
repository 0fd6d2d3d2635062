import type { Action } from './actions/action.ts'
import { findSubject } from './find.ts'
import { fold } from './fold.ts'
import type { Subject, Violation } from './record.ts'

/**
 * One subject with its facts, as the fold of all actions has it, out of those that are about it alone:
 * whoever checks one action after the other need not fold everything each time. Its verification, which
 * other actions tell of, is not to be read from here.
 */
export function findSubjectAlone(
  actions: readonly Action[],
  id: string,
): Subject | Pick<Violation, keyof Subject | 'category'> | undefined {
  return findSubject(fold(actions.filter((action) => isAbout(action, id))), id)
}

function isAbout({ deed }: Action, id: string): boolean {
  if (deed.kind === 'record' || deed.kind === 'withdraw') return true
  if (deed.kind === 'add') return deed.added === id
  return 'subject' in deed && deed.subject === id
}
