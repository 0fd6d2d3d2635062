/** The five statuses of a violation and where each may lead (mrm.md 3.2). */
export const STATUS_TRANSITIONS = {
  report_pending_verification: ['verified', 'reported_not_verified', 'not_mrm', 'did_not_occur'],
  reported_not_verified: ['report_pending_verification'],
  verified: ['report_pending_verification'],
  not_mrm: ['report_pending_verification'],
  did_not_occur: ['report_pending_verification'],
} as const satisfies Record<string, readonly string[]>

export type VerificationStatus = keyof typeof STATUS_TRANSITIONS

/** Whether a violation may pass from `from` to `to` in one step. */
export function canFollow(from: VerificationStatus, to: VerificationStatus): boolean {
  const next: readonly VerificationStatus[] = STATUS_TRANSITIONS[from]
  return next.includes(to)
}
