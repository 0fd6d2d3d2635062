import type { Day } from './days.ts'
import { setAt } from './set-at.ts'

/** What is known from a day on. */
export interface Version<Facts> {
  /** The first day on which this was known; the empty text where it was known from the start. */
  readonly since: Day
  readonly facts: Facts
}

/** `field` is a path with dots inside the object; `from` and `to` are whole values. */
interface Correction {
  readonly on: Day
  readonly field: string
  readonly from?: unknown
  readonly to?: unknown
}

/** An object of a bundle whose fields may have dates of knowledge. */
export interface DatedObject {
  readonly [field: string]: unknown
  readonly corrections?: readonly Correction[] | null | undefined
  readonly recordedOn?: Readonly<Record<string, Day>> | null | undefined
}

/**
 * Everything that was ever known about an object, oldest first (K3). A field with a date in
 * `recordedOn` is not known before that day; a correction says what was held before it and since.
 * Whether the object itself carries the first or the last value makes no difference.
 */
export function versionsOf(object: DatedObject): readonly Version<DatedObject>[] {
  const { corrections: given, recordedOn: recorded, ...facts } = object
  const [corrections, recordedOn] = [given ?? [], recorded ?? {}]
  if (corrections.length === 0 && Object.keys(recordedOn).length === 0)
    return [{ since: '', facts: object }]
  // Sorting keeps the order of corrections made on one day.
  const dated = corrections.toSorted((one, other) => compare(one.on, other.on))
  const first = dated.reduceRight<unknown>(
    (value, { field, from }) => setAt(value, field.split('.'), from),
    facts,
  )
  const days = new Set(['', ...dated.map(({ on }) => on), ...Object.values(recordedOn)])
  return [...days].toSorted(compare).map((since) => ({
    since,
    facts: hideUnrecorded(correctUpTo(first, dated, since), { dated, recordedOn, since }),
  }))
}

function correctUpTo(first: unknown, dated: readonly Correction[], day: Day): unknown {
  return dated
    .filter(({ on }) => on <= day)
    .reduce((value, { field, to }) => setAt(value, field.split('.'), to), first)
}

interface Knowledge {
  readonly dated: readonly Correction[]
  readonly recordedOn: Readonly<Record<string, Day>>
  readonly since: Day
}

function hideUnrecorded(value: unknown, { dated, recordedOn, since }: Knowledge): DatedObject {
  const hidden = Object.keys(recordedOn).filter(
    (field) =>
      (recordedOn[field] ?? '') > since &&
      !dated.some((one) => one.field === field && one.on <= since),
  )
  const shown = hidden.reduce((left, field) => setAt(left, field.split('.'), undefined), value)
  return shown as DatedObject
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
