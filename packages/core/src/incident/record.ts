import type { Category } from '../violations/categories.ts'
import type { SubjectKind } from '../violations/elements/element.ts'
import type { Verification } from '../verification/rounds.ts'
import type { Action, ActionOf } from './actions/action.ts'
import type { Claim, LinkKind } from './actions/facts.ts'
import type { Conflict, Register } from './registers.ts'
import type { Value } from './values/value.ts'

/** A fact as it stands, with everything that was claimed about it. */
export interface Fact {
  /** Undefined while it is open which claim is true, or where claims disagree. */
  readonly value: Value | undefined
  readonly claims: readonly Claim[]
  /** The action that set it. */
  readonly setBy: string
  /** Since which day it is known (K3). */
  readonly recordedOn: string
  /** Actions that set it to different things without having seen each other's. */
  readonly rivals: readonly string[]
}

export type Facts = Readonly<Record<string, Fact>>

/** Anything that has facts: the incident, a violation, a child, a group, a source, a response. */
export interface Subject {
  readonly id: string
  readonly kind: SubjectKind
  readonly facts: Facts
  /** Entered by mistake: out of everything, still to be seen. */
  readonly voided: boolean
  readonly recordedOn: string
}

/** The unit that is verified, attributed and counted (mrm.md 1.2). */
export interface Violation extends Subject {
  readonly kind: 'violation'
  readonly category: Category
  readonly verification: Verification
  readonly attempts: readonly ActionOf<'attempt'>[]
}

/** Who points to whom. */
export interface Link {
  readonly link: LinkKind
  readonly from: string
  readonly to: string
}

/** A text whose key was destroyed, since when, and by which action. */
export interface Redaction {
  readonly text: string
  readonly on: string
  readonly action: string
}

/** An incident as it follows from its actions. */
export interface IncidentRecord {
  readonly id: string
  readonly incident: Subject
  readonly violations: readonly Violation[]
  readonly victims: readonly Subject[]
  readonly groups: readonly Subject[]
  readonly sources: readonly Subject[]
  readonly responses: readonly Subject[]
  readonly links: readonly Link[]
  readonly duplicateOf: string | null
  readonly stateComments: readonly ActionOf<'stateComment'>[]
  readonly redactions: readonly Redaction[]
  readonly conflicts: readonly Conflict[]
  /** Actions whose subject has not arrived yet, or is of another incident: they say nothing. */
  readonly waiting: readonly Action[]
  /** What stands, by its register: what whoever sets it next has seen. */
  readonly registers: ReadonlyMap<string, Register>
}
