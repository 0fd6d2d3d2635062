import type { CountingData, Report } from '../model.ts'
import { findFirst, type Refusal } from './refusal.ts'

/** A period that begins after its end, and a cut-off before the end of the period (K2). */
export function checkReports({ reports }: CountingData): Refusal | undefined {
  return findFirst(reports, checkReport)
}

function checkReport({ id, start, end, cutoff, previousCutoff }: Report): Refusal | undefined {
  if (start > end) return { code: 'K2.period', ids: [id] }
  if (cutoff < end) return { code: 'K2.cutoff', ids: [id] }
  const isBack = previousCutoff !== null && previousCutoff >= cutoff
  return isBack ? { code: 'K2.previousCutoff', ids: [id] } : undefined
}
