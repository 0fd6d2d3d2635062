import type { SubjectKind } from '../violations/elements/element.ts'
import type { Action, Deed } from './actions/action.ts'
import { actionsOf } from './actions/action.ts'
import { LINKS } from './actions/facts.ts'

/** What every subject of the incident is, by its id; the incident itself is one. */
export function subjectsOf(actions: readonly Action[]): ReadonlyMap<string, SubjectKind> {
  const added = actionsOf(actions, 'add').map(({ deed }) => [deed.added, deed.subject] as const)
  const incident = actionsOf(actions, 'record').map(
    (action) => [action.incident, 'incident'] as const,
  )
  return new Map<string, SubjectKind>([...added, ...incident])
}

/** An id that a deed names, and what it must be the id of; null: of anything. */
type Named = readonly [id: string, kinds: readonly SubjectKind[] | null]

/** The subjects of this incident that a deed names, and what each must be. */
export function namedBy(deed: Deed): readonly Named[] {
  if (deed.kind === 'link') return linkEnds(deed)
  if (deed.kind === 'set' || deed.kind === 'correct' || deed.kind === 'void') {
    return [[deed.subject, null]]
  }
  return 'violation' in deed && deed.violation !== null ? [[deed.violation, ['violation']]] : []
}

/** Whether a deed names something that is not among `subjects`, so that it says nothing yet. */
export function isWaiting(deed: Deed, subjects: ReadonlyMap<string, SubjectKind>): boolean {
  return namedBy(deed).some(([id, kinds]) => {
    const kind = subjects.get(id)
    return kind === undefined || !(kinds === null || kinds.includes(kind))
  })
}

function linkEnds({ link, from, to }: Extract<Deed, { kind: 'link' }>): readonly Named[] {
  const [kinds, target] = LINKS[link]
  return target === 'violation'
    ? [
        [from, kinds],
        [to, ['violation']],
      ]
    : [[from, kinds]]
}
