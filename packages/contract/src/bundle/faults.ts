import type { z } from 'zod'

/** What can be wrong with the form of a bundle; the sentences stand in `counting.json` under `fault.<code>`. */
export const BUNDLE_FAULTS = [
  'code',
  'day',
  'form',
  'future',
  'history',
  'missing',
  'notABundle',
  'tooLong',
  'twice',
  'unfit',
  'victim',
] as const
type BundleFaultCode = (typeof BUNDLE_FAULTS)[number]

/** A fault, where it stands, and for codes and ids what stands there. */
export interface BundleFault {
  readonly code: BundleFaultCode
  /** Keys and places from the top, with dots: `incidents.3.violations.0.category`. */
  readonly path: string
  /** Empty where it is no code: what else a bundle holds is not repeated in an error. */
  readonly value: string
}

/** Carries a fault to whoever reads the bundle; it never leaves the reader. */
export class BundleFaultError extends Error {
  override readonly name = 'BundleFaultError'
  readonly fault: BundleFault

  constructor(fault: BundleFault) {
    super(fault.code)
    this.fault = fault
  }
}

/** The first thing that a schema finds wrong with `value`, which stands at `path`. */
export function faultOf(
  error: z.ZodError,
  value: unknown,
  path: readonly PropertyKey[],
): BundleFault {
  const [issue] = error.issues
  const place = [...path, ...(issue?.path ?? [])].map(String).join('.')
  if (!issue || place === '') return { code: 'notABundle', path: '', value: '' }
  const found = valueAt(value, issue.path)
  const code = found === undefined ? 'missing' : codeOf(issue, found)
  return { code, path: lineOf(place), value: code === 'code' ? show(found) : '' }
}

function codeOf(issue: z.core.$ZodIssue, found: unknown): BundleFaultCode {
  if (issue.code === 'invalid_value') return 'code'
  if (issue.code === 'too_big' && (Array.isArray(found) || typeof found === 'string'))
    return 'tooLong'
  if (issue.code === 'invalid_format') return issue.format === 'regex' ? 'form' : 'day'
  if (issue.code === 'custom') return typeof found === 'string' ? 'day' : 'victim'
  return 'form'
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    return (at as Readonly<Record<PropertyKey, unknown>>)[key]
  }, value)
}

/** A code as a sentence can name it. */
function show(value: unknown): string {
  return lineOf(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
}

/** On one line, and not longer than a sentence bears. */
export function lineOf(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
  return line.length > 120 ? `${line.slice(0, 120)}…` : line
}
