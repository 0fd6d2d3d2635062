import type { Deed } from '../incident/actions/action.ts'
import type { IncidentRecord, Violation } from '../incident/record.ts'
import { findViolation } from '../incident/find.ts'
import { refused, type Verdict } from './refusal.ts'

/**
 * Whether an attempt to verify may be recorded: not once everything was stopped because of a risk to the
 * source (R-VER-4). Refused access is an object of advocacy; no violation ever follows from it (R-VER-10).
 */
export function recordAttempt(
  record: IncidentRecord,
  attempt: Omit<Extract<Deed, { kind: 'attempt' }>, 'kind'>,
): Verdict {
  const violation = findViolation(record, attempt.violation)
  if (!violation) return refused('unknownViolation')
  if (violation.verification.stopped) return refused('stopped')
  return { allowed: true, deeds: [{ kind: 'attempt', ...attempt }] }
}

/**
 * The day on which a pending violation is to be tried again; null where nobody set one, or it is over.
 */
export function nextReviewOn({ verification, attempts }: Violation): string | null {
  const isOpen = verification.status === 'report_pending_verification' && !verification.stopped
  return isOpen ? (attempts.at(-1)?.deed.nextReviewOn ?? null) : null
}

/**
 * One impediment of a report's coverage statement (R-VER-9): what, where and when, and of whom it was.
 */
export interface Impediment {
  readonly violation: string
  readonly obstacle: Extract<Deed, { kind: 'attempt' }>['obstacle']
  readonly on: string
  /** Days without an answer, or until it; null where nothing was asked for. */
  readonly answeredOn: string | null
}

/**
 * Everything that kept violations of an incident from being verified between two days, both included.
 */
export function impedimentsIn(
  { violations }: IncidentRecord,
  { from, until }: { readonly from: string; readonly until: string },
): Impediment[] {
  return violations
    .flatMap(({ attempts }) => attempts)
    .filter(({ deed }) => from <= deed.on && deed.on <= until)
    .map(({ deed: { violation, obstacle, on, answeredOn } }) => ({
      violation,
      obstacle,
      on,
      answeredOn,
    }))
}
