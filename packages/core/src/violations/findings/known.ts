import type { Category } from '../categories.ts'

/**
 * One violation of an incident, as the rules of the categories look at it; ids compare, nothing more.
 */
export interface KnownViolation {
  readonly id: string
  readonly category: Category
  /** First and last day (ISO 8601) that its dates may mean; `end` null: still going on, or unknown. */
  readonly start: string
  readonly end: string | null
  /** Children by their codes. */
  readonly children: readonly string[]
  /** Who is held responsible: parties in the order of their ids; empty where nobody is identified. */
  readonly parties: readonly string[]
  /** What stands of its elements. */
  readonly known: Readonly<Record<string, unknown>>
}

/** Something that a rule makes people look at; nothing is changed or left out by itself. */
export interface Finding {
  readonly rule: string
  readonly finding: string
  /** The violations it is about. */
  readonly violations: readonly string[]
}

/** Whether a list of codes, or a code, holds `code`. */
export function holds(known: unknown, code: string): boolean {
  return Array.isArray(known) ? known.includes(code) : known === code
}

/** Pairs of different violations, each once, the one that begins first before the other. */
export function pairsOf(
  violations: readonly KnownViolation[],
): (readonly [KnownViolation, KnownViolation])[] {
  const sorted = [...violations].sort((one, other) => (one.start < other.start ? -1 : 1))
  return sorted.flatMap((one, at) => sorted.slice(at + 1).map((other) => [one, other] as const))
}

/** Whether both harmed the same child. */
export function shareChild(one: KnownViolation, other: KnownViolation): boolean {
  return one.children.some((child) => other.children.includes(child))
}

/** Whether the same party, or nobody identified, is held responsible for both. */
export function shareParties(one: KnownViolation, other: KnownViolation): boolean {
  return one.parties.join(' ') === other.parties.join(' ')
}

/** Whether the first is still going on when the second begins. */
export function overlap(one: KnownViolation, other: KnownViolation): boolean {
  return one.end === null || other.start <= one.end
}
