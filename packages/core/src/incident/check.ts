import { canonicalJson } from '../log/canonical-json.ts'
import { sharePerson } from '../policy/separation.ts'
import { type Action, type Deed, isWithdrawable } from './actions/action.ts'
import { findFactFault } from './check-facts.ts'
import { entryOf } from './entries.ts'
import type { ActionFault } from './faults.ts'
import { dayOf } from './order.ts'
import type { Subject } from './record.ts'
import { findSubjectAlone } from './subject-of.ts'
import { namedBy, subjectsOf } from './subjects.ts'
import { textsOf } from './texts.ts'

/**
 * Whether `action` may stand beside the `earlier` ones of an incident; undefined where it may. Ids are
 * looked up in this incident alone: one of another incident is refused like one that nobody knows. What
 * the levels of verification allow is asked of `core/verification`, and whether somebody may at all of
 * the policy.
 */
export function findActionFault(
  earlier: readonly Action[],
  action: Action,
): ActionFault | undefined {
  const { deed } = action
  const begun = earlier.find((one) => one.deed.kind === 'record')
  if (deed.kind === 'record') return begun ? 'begunAlready' : undefined
  if (!begun) return 'notBegun'
  if (begun.incident !== action.incident) return 'otherIncident'
  if (earlier.some(({ id }) => id === action.id)) return 'idUsed'
  return (
    findNamedFault(earlier, deed) ??
    findReplacesFault(earlier, action) ??
    findKindFault(earlier, action)
  )
}

function findNamedFault(earlier: readonly Action[], deed: Deed): ActionFault | undefined {
  const subjects = subjectsOf(earlier)
  for (const [id, kinds] of namedBy(deed)) {
    const kind = subjects.get(id)
    if (kind === undefined) return 'unknownSubject'
    if (kinds !== null && !kinds.includes(kind)) return 'wrongSubject'
  }
  return undefined
}

/** What was replaced has to have been said before, and of the same thing. */
function findReplacesFault(earlier: readonly Action[], action: Action): ActionFault | undefined {
  const entry = entryOf(action)
  if (!entry) return undefined
  const seen = earlier
    .filter((one) => entryOf(one)?.register === entry.register)
    .map(({ id }) => id)
  return entry.replaces.every((id) => seen.includes(id)) ? undefined : 'unseen'
}

function findKindFault(earlier: readonly Action[], action: Action): ActionFault | undefined {
  const { deed } = action
  if (deed.kind === 'add') return findAddFault(earlier, deed)
  if (deed.kind === 'set') return findFactFault(earlier, deed)
  if (deed.kind === 'correct') return findCorrectionFault(earlier, action)
  if (deed.kind === 'withdraw') return findWithdrawFault(earlier, deed.action)
  if (deed.kind === 'redact') return findRedactFault(earlier, action)
  return deed.kind === 'duplicate' && deed.of === action.incident ? 'ownDuplicate' : undefined
}

function findAddFault(
  earlier: readonly Action[],
  { added, subject, category }: Extract<Deed, { kind: 'add' }>,
): ActionFault | undefined {
  if (subjectsOf(earlier).has(added)) return 'idUsed'
  return (subject === 'violation') === (category !== null) ? undefined : 'categoryMissing'
}

function findCorrectionFault(earlier: readonly Action[], action: Action): ActionFault | undefined {
  const { deed } = action
  if (deed.kind !== 'correct') return undefined
  if (deed.on > dayOf(action.receivedAt)) return 'inTheFuture'
  const claims = [{ value: deed.to, sources: [] }]
  const fault = findFactFault(earlier, { ...deed, kind: 'set', claims, stands: 0 })
  const subject = findSubjectAlone(earlier, deed.subject)
  return fault ?? (isAsItStands(subject, deed) ? undefined : 'notAsItStands')
}

function isAsItStands(
  subject: Subject | undefined,
  { element, from }: Extract<Deed, { kind: 'correct' }>,
): boolean {
  const value = subject?.facts[element]?.value
  return value !== undefined && canonicalJson(value) === canonicalJson(from)
}

function findWithdrawFault(earlier: readonly Action[], id: string): ActionFault | undefined {
  const target = earlier.find((one) => one.id === id)
  return target && isWithdrawable(target) ? undefined : 'notToWithdraw'
}

function findRedactFault(earlier: readonly Action[], action: Action): ActionFault | undefined {
  const { deed, by, for: absent } = action
  if (deed.kind !== 'redact') return undefined
  if (!earlier.some((one) => textsOf(one.deed).includes(deed.text))) return 'unknownText'
  return sharePerson({ by, for: absent }, { by: deed.agreed, for: null })
    ? 'onePersonOnly'
    : undefined
}
