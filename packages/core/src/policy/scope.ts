import type { Wish } from './condition.ts'
import { RecordState, SensitivityClass } from './facts.ts'
import type { Grant } from './grants.ts'
import { type Relation, type Rule } from './rule.ts'
import { RULES } from './rules.ts'

/**
 * What row-level security looks up, one look-up a row: under `<who> <operation> <region> <entity>` (`*`
 * for every one) stands the name of a profile, and under `<profile> <class> <state>` whether it holds.
 * `who` is what the actor is to the row: `none`, `owner`, `assignee` or `both`; and `opened` besides,
 * where it is open to them by break-glass.
 */
export type Scope = Readonly<Record<string, string>>

interface Who {
  readonly name: string
  readonly isOwner: boolean
  readonly isAssignee: boolean
  readonly isOpened: boolean
}

const EVERYBODY: readonly Who[] = [
  { name: 'none', isOwner: false, isAssignee: false, isOpened: false },
  { name: 'owner', isOwner: true, isAssignee: false, isOpened: false },
  { name: 'assignee', isOwner: false, isAssignee: true, isOpened: false },
  { name: 'both', isOwner: true, isAssignee: true, isOpened: false },
  { name: 'opened', isOwner: false, isAssignee: false, isOpened: true },
]

/** The same as `conditionOf`, worked out in advance for every place, class and state. */
export function scopeOf(wish: Wish): Scope {
  const scope: Record<string, string> = {}
  const profiles = new Map<string, string>()
  for (const who of EVERYBODY) {
    for (const [place, kinds] of placesOf(wish, who)) {
      const content = [...kinds].toSorted().join(',')
      const name = profiles.get(content) ?? String(profiles.size)
      profiles.set(content, name)
      scope[`${who.name} ${place}`] = name
      for (const kind of kinds) scope[`${name} ${kind}`] = ''
    }
  }
  return scope
}

/** Which classes in which states (`S1 submitted`) a place holds for the actor who is `who` to a row. */
function placesOf({ actor, action, purpose }: Wish, who: Who): Map<string, Set<string>> {
  const rules: readonly Rule[] = RULES.filter((rule: Rule) => rule.actions.includes(action))
  const places = new Map<string, Set<string>>()
  const roles = actor.grants.map(({ role }) => role)
  const forbidden = rules.filter(
    (rule) =>
      rule.effect === 'forbid' &&
      (rule.roles.length === 0 || rule.roles.some((role) => roles.includes(role))) &&
      !(rule.spares === 'own' && who.isOwner),
  )
  for (const rule of rules) {
    if (rule.effect === 'forbid' || !isMet(rule, purpose)) continue
    const grants = actor.grants.filter(({ role }) => rule.roles.includes(role))
    const held = grants.flatMap((grant) => PLACES[rule.relation](grant, who))
    const kinds = held.length > 0 ? kindsOf(rule, forbidden) : []
    for (const place of held) {
      places.set(place, new Set([...(places.get(place) ?? []), ...kinds]))
    }
  }
  return places
}

function isMet({ purposes }: Rule, purpose: Wish['purpose']): boolean {
  return purposes === undefined || (purpose !== undefined && purposes.includes(purpose))
}

function kindsOf(rule: Rule, forbidden: readonly Rule[]): string[] {
  return SensitivityClass.options.flatMap((sensitivity) =>
    RecordState.options
      .filter((state) => speaksOf(rule, sensitivity, state))
      .filter((state) => !forbidden.some((one) => speaksOf(one, sensitivity, state)))
      .map((state) => `${sensitivity} ${state}`),
  )
}

function speaksOf(
  { classes, states }: Rule,
  sensitivity: SensitivityClass,
  state: RecordState,
): boolean {
  return (classes?.includes(sensitivity) ?? true) && (states?.includes(state) ?? true)
}

/** Where a grant lets the rule hold; nowhere, where the actor is not to the row what the rule asks. */
const PLACES: Readonly<Record<Relation, (grant: Grant, who: Who) => readonly string[]>> = {
  any: () => ['* * *'],
  own: (grant, { isOwner }) => (isOwner ? [`${grant.operation ?? '*'} * *`] : []),
  assigned: (grant, { isAssignee }) => (isAssignee ? [`${grant.operation ?? '*'} * *`] : []),
  operation: ({ operation }) => [`${operation ?? '*'} * *`],
  opened: ({ operation }, { isOpened }) => (isOpened ? [`${operation ?? '*'} * *`] : []),
  region: ({ operation, regions }) =>
    (regions ?? ['*']).map((region) => `${operation ?? '*'} ${region} *`),
  entity: ({ operation, entity }) => (entity ? [`${operation ?? '*'} * ${entity}`] : []),
}
