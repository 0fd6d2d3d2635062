import type { z } from 'zod'
import { LetterFacts } from './facts.ts'
import type { LetterProblem, LetterRefusal } from './refusal.ts'

/** Facts that can be used, or every fault that was found. */
export type ParsedFacts =
  | { readonly ok: true; readonly facts: LetterFacts }
  | { readonly ok: false; readonly faults: readonly LetterRefusal[] }

/**
 * Checks what somebody gives as `vigil-letter-facts/1`, already parsed from JSON. Never throws:
 * every fault is one refusal (`facts.*`) that names the field as written (`chair.signedOn`).
 */
export function parseFacts(given: unknown): ParsedFacts {
  const parsed = LetterFacts.safeParse(given)
  if (parsed.success) return { ok: true, facts: parsed.data }
  return { ok: false, faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, given)) }
}

function faultsOf(issue: z.core.$ZodIssue, given: unknown): LetterRefusal[] {
  const field = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      problem: 'facts.unknownField',
      values: { field: [...issue.path, key].join('.') },
    }))
  }
  if (field === '') return [{ problem: 'facts.notAnObject', values: {} }]
  const found = show(valueAt(given, issue.path))
  if (field === 'format') return [{ problem: 'facts.wrongFormat', values: { found } }]
  return [{ problem: problemOf(issue, field), values: { field, found } }]
}

function problemOf(issue: z.core.$ZodIssue, field: string): LetterProblem {
  if (/(?:^|\.)\w+On$/.test(field)) return 'facts.badDate'
  if (field.endsWith('originalLanguage')) return 'facts.badLanguage'
  if (field === 'recipients') return 'facts.badList'
  return issue.code === 'invalid_type' && issue.expected === 'object'
    ? 'facts.badGroup'
    : 'facts.badText'
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined
    return Object.entries(value).find(([name]) => name === String(key))?.[1]
  }, given)
}

/** The value as a sentence can name it, cut where it is long. */
function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
