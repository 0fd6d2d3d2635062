import type { Code } from '../codes/lists.ts'

/** Something that happened to a facility, and in which incident it was recorded. */
export interface FacilityEvent {
  readonly on: string
  readonly event: Code<'facilityEvent'>
  readonly party: string | null
  readonly incident: string | null
}

/** How a facility stands on a day. */
export interface FacilityState {
  readonly isOpen: boolean
  readonly isDamaged: boolean
  /** Who uses it; null where nobody does. */
  readonly usedBy: string | null
  readonly inUse: boolean
  readonly attacks: number
}

/** A facility of which nothing was recorded: open, whole and used by nobody. */
const UNTOUCHED: FacilityState = {
  isOpen: true,
  isDamaged: false,
  usedBy: null,
  inUse: false,
  attacks: 0,
}

/**
 * A school or hospital is one thing over time, in whatever incidents it occurs: how it stands at the end
 * of `day` (ISO 8601), after everything that happened to it by then.
 */
export function facilityOn(events: readonly FacilityEvent[], day: string): FacilityState {
  return [...events]
    .filter(({ on }) => on <= day)
    .sort((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))
    .reduce(after, UNTOUCHED)
}

function after(state: FacilityState, { event, party }: FacilityEvent): FacilityState {
  switch (event) {
    case 'attacked':
      return { ...state, isDamaged: true, attacks: state.attacks + 1 }
    case 'used':
      return { ...state, inUse: true, usedBy: party }
    case 'vacated':
      return { ...state, inUse: false, usedBy: null }
    case 'closed':
      return { ...state, isOpen: false }
    case 'repaired':
      return { ...state, isDamaged: false }
    case 'reopened':
      return { ...state, isOpen: true }
  }
}
