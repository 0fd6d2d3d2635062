import {
  type Action,
  CO_CHAIR_ROLES,
  decide,
  type Entity,
  type Grant,
  type Role,
} from '../policy/index.ts'
import { OFFICES } from './holdings.ts'
import { findTakingFault, type Party, type Thing } from './taking-over.ts'

/** Something that must be given, to whom it is to go, and what they said. */
export interface Given {
  readonly thing: Thing
  /** Null: nobody is named, or who was named has left. */
  readonly successor: Party | null
  readonly answer: 'accepted' | 'refused' | null
}

/** `waiting`: the successor has not answered. */
export type GivenState = 'accepted' | 'unnamed' | 'waiting' | 'refused' | 'unfit' | 'frozen'

/** What is known when somebody wants to leave. */
export interface LeavingFacts {
  readonly leaver: Party
  /** Everybody else whose account is open. */
  readonly others: readonly Party[]
  readonly given: readonly Given[]
  /** Incidents that the leaver reads without having them, and none of the others. */
  readonly unread: number
}

/** What keeps an account from ending, beside what is still to be given. */
export type Obstacle =
  | { readonly what: 'given'; readonly count: number }
  | { readonly what: 'office'; readonly action: Action }
  | {
      readonly what: 'seat'
      readonly role: Role
      readonly operation: string
      readonly entity: Entity
    }
  | { readonly what: 'unread'; readonly count: number }

/** Where the handing over of one thing stands. */
export function givenState(leaver: Party, { thing, successor, answer }: Given): GivenState {
  if ('incident' in thing && thing.incident.state === 'frozen') return 'frozen'
  if (!successor) return 'unnamed'
  if (answer === 'refused') return 'refused'
  if (findTakingFault(thing, { leaver, successor })) return 'unfit'
  return answer ?? 'waiting'
}

/**
 * All that keeps an account from ending; none: it may. Each thing is accepted by a successor who can
 * still hold it; every office that the leaver fills and every seat of a co-chair is filled by another
 * person, too; and somebody else reads what the leaver reads. After an end without obstacles nothing is
 * reachable only by somebody who has left.
 */
export function findObstacles(facts: LeavingFacts): Obstacle[] {
  const { leaver, given, unread } = facts
  const others = facts.others.filter(({ person }) => person !== leaver.person)
  const open = given.filter((one) => givenState(leaver, one) !== 'accepted').length
  return [
    ...(open > 0 ? [{ what: 'given' as const, count: open }] : []),
    ...OFFICES.filter((action) => isAlone(leaver, others, action)).map((action) => ({
      what: 'office' as const,
      action,
    })),
    ...lostSeats(leaver, others),
    ...(unread > 0 ? [{ what: 'unread' as const, count: unread }] : []),
  ]
}

function isAlone(leaver: Party, others: readonly Party[], action: Action): boolean {
  return decide(leaver, action).allow && !others.some((other) => decide(other, action).allow)
}

function lostSeats(leaver: Party, others: readonly Party[]): Obstacle[] {
  return leaver.grants.flatMap((seat) => {
    const { role, operation, entity } = seat
    if (!isSeat(seat) || operation === null || entity === null) return []
    const isFilled = others.some(({ grants }) =>
      grants.some(
        (one) => one.role === role && one.operation === operation && one.entity === entity,
      ),
    )
    return isFilled ? [] : [{ what: 'seat' as const, role, operation, entity }]
  })
}

function isSeat({ role }: Grant): boolean {
  return (CO_CHAIR_ROLES as readonly Role[]).includes(role)
}
