import type { Action, ActionOf } from '../incident/actions/action.ts'
import { actionsOf } from '../incident/actions/action.ts'
import { REGISTERS } from '../incident/entries.ts'
import type { Register } from '../incident/registers.ts'
import type { Tally } from '../incident/values/tally.ts'
import { findJointFault } from '../policy/separation.ts'
import { Entity } from '../policy/roles.ts'
import type { VerificationStatus } from './statuses.ts'

type Decision = ActionOf<'decide'>
type Registers = ReadonlyMap<string, Register>

/** A status, from which day on it holds, since when that is known, and what made it so. */
export interface StatusEntry {
  readonly on: string
  readonly recordedOn: string
  readonly status: VerificationStatus
  readonly action: string
}

/** What ended a round: a decision of the task force, sending back, or an import. */
export type Ending = ActionOf<'decide' | 'sendBack' | 'import'>

/** One way through the three levels, from the first answer to what ended it. */
export interface Round {
  readonly number: number
  readonly level1: Decision | undefined
  /** The answers of the technical co-chairs, one for each entity. */
  readonly level2: readonly Decision[]
  /** Undefined while it is open, or while two endings contradict each other. */
  readonly ending: Ending | undefined
  readonly reopenings: readonly ActionOf<'reopen'>[]
}

/** Where a violation stands in its verification (mrm.md 3). */
export interface Verification {
  readonly status: VerificationStatus
  readonly history: readonly StatusEntry[]
  readonly rounds: readonly Round[]
  /** The first day of the status in force; null where an import did not say it (K32). */
  readonly since: string | null
  /** Verified not later than this day, where an import knows no more. */
  readonly notLaterThan: string | null
  /**
   * How many children the decision in force confirmed; null where it did not say, or none is in force.
   */
  readonly tally: Tally | null
  /** Which setting of the attribution was verified; null: none. */
  readonly verifiedAttribution: string | null
  /** Nothing more is done about it, because of a risk to the source (R-VER-4). */
  readonly stopped: boolean
}

/** What a violation's verification follows from. */
export interface VerificationInput {
  readonly violation: string
  /** When the violation was added. */
  readonly added: Action
  readonly actions: readonly Action[]
  readonly registers: Registers
}

/** Folds the decisions about one violation; the order in which they arrived does not matter. */
export function verificationOf(input: VerificationInput): Verification {
  const rounds = roundsOf(input)
  const start = entry(input.added, 'report_pending_verification', input.added.madeAt.slice(0, 10))
  const history = statusHistory(start, rounds)
  const ending = rounds.at(-1)?.ending
  const stopped = input.registers.get(REGISTERS.stopped(input.violation))?.entry.value === true
  return { history, rounds, stopped, ...standingOf(history, ending), ...confirmedBy(ending) }
}

function standingOf(
  history: readonly StatusEntry[],
  ending: Ending | undefined,
): Pick<Verification, 'status' | 'since' | 'notLaterThan'> {
  const notLaterThan = ending?.deed.kind === 'import' ? ending.deed.verifiedNotLaterThan : null
  if (notLaterThan !== null) return { status: 'verified', since: null, notLaterThan }
  const last = history.at(-1)
  const status = last?.status ?? 'report_pending_verification'
  return { status, since: last?.on ?? null, notLaterThan }
}

function confirmedBy(
  ending: Ending | undefined,
): Pick<Verification, 'tally' | 'verifiedAttribution'> {
  if (ending === undefined || ending.deed.kind === 'sendBack') {
    return { tally: null, verifiedAttribution: null }
  }
  const { attribution } = ending.deed
  const tally = ending.deed.kind === 'decide' ? ending.deed.tally : null
  return { tally, verifiedAttribution: attribution.verified ? attribution.of : null }
}

/**
 * Whether the reopenings of a round suffice: one, with its reason; of what was verified, two of co-chairs
 * of different entities (mrm.md 3.2).
 */
export function isReopened(ending: Ending | undefined, reopenings: Round['reopenings']): boolean {
  if (ending === undefined || ending.deed.kind === 'sendBack') return false
  if (endStatus(ending) !== 'verified') return reopenings.length > 0
  const signed = reopenings.filter(({ deed }) => deed.coChair).map(signatureOf)
  return signed.some((one, at) => signed.slice(at + 1).some((next) => !findJointFault([one], next)))
}

/** The status in which an ending left the violation. */
export function endStatus({ deed }: Ending): VerificationStatus {
  if (deed.kind === 'decide') return deed.outcome
  if (deed.kind === 'sendBack') return 'report_pending_verification'
  const imported = deed.history.at(-1)?.status ?? 'report_pending_verification'
  return deed.verifiedNotLaterThan === null ? imported : 'verified'
}

/** The signature that an action carries. */
export function signatureOf({ by, for: absent, deed }: ActionOf<'decide' | 'reopen'>): {
  readonly by: string
  readonly for: string | null
  readonly entity: Entity
} {
  return { by, for: absent, entity: deed.entity }
}

function roundsOf({ violation, actions, registers }: VerificationInput): Round[] {
  const rounds: Round[] = []
  const reopenings = actionsOf(actions, 'reopen').filter(({ deed }) => deed.violation === violation)
  for (let number = 1; ; number += 1) {
    const round: Round = {
      number,
      level1: decisionIn(registers, REGISTERS.answer(violation, number, 'level 1')),
      level2: Entity.options.flatMap(
        (entity) => decisionIn(registers, REGISTERS.answer(violation, number, entity)) ?? [],
      ),
      ending: endingIn(registers, REGISTERS.outcome(violation, number)),
      reopenings: reopenings.filter(({ deed }) => deed.round === number),
    }
    rounds.push(round)
    if (!isOver(round)) return rounds
  }
}

function isOver({ ending, reopenings }: Round): boolean {
  return ending?.deed.kind === 'sendBack' || isReopened(ending, reopenings)
}

/** The one answer that stands; undefined where none does, or where two contradict each other. */
function decisionIn(registers: Registers, register: string): Decision | undefined {
  const ending = endingIn(registers, register)
  return ending?.deed.kind === 'decide' ? (ending as Decision) : undefined
}

function endingIn(registers: Registers, register: string): Ending | undefined {
  const found = registers.get(register)
  return found && found.rivals.length === 0 ? (found.entry.action as Ending) : undefined
}

function statusHistory(start: StatusEntry, rounds: readonly Round[]): StatusEntry[] {
  const imported = rounds[0]?.ending
  const first = imported?.deed.kind === 'import' ? [] : [start]
  return [...first, ...rounds.flatMap(statusesOf)]
}

function statusesOf({ ending, reopenings }: Round): StatusEntry[] {
  if (ending === undefined || ending.deed.kind === 'sendBack') return []
  const { deed } = ending
  const reached =
    deed.kind === 'import'
      ? deed.history.map(({ on, status }) => entry(ending, status, on))
      : [entry(ending, deed.outcome, deed.on)]
  const last = reopenings.at(-1)
  if (last === undefined || !isReopened(ending, reopenings)) return reached
  return [...reached, entry(last, 'report_pending_verification', last.deed.on)]
}

function entry(action: Action, status: VerificationStatus, on: string): StatusEntry {
  return { on, recordedOn: action.receivedAt.slice(0, 10), status, action: action.id }
}
