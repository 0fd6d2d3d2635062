import { z } from 'zod'
import { CODE_LISTS, codesOf } from '../../codes/lists.ts'
import type { ElementSpec, PlainKind } from '../../violations/elements/element.ts'
import { Age } from './age.ts'
import { Attribution } from './attribution.ts'
import { Consent } from './consent.ts'
import { Disability } from './disability.ts'
import { Id } from './id.ts'
import { DateRange, PartialDate } from './partial-date.ts'
import { Place } from './place.ts'
import { Adults, Tally } from './tally.ts'

/** A text that is kept apart, under a key of its own: the record holds its id alone. */
export const TextRef = z.strictObject({ text: Id })

const SHAPES = {
  adults: Adults,
  age: Age,
  amount: z.strictObject({ amount: z.number().min(0), currency: z.string().regex(/^[A-Z]{3}$/) }),
  answer: z.enum(CODE_LISTS.answer),
  attribution: Attribution,
  consent: z.array(Consent).max(20).readonly(),
  count: z.int().min(0).max(10_000_000),
  date: PartialDate,
  dates: DateRange,
  disability: Disability,
  facility: Id,
  party: Id,
  place: Place,
  pseudonym: z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,31}$/),
  tally: Tally,
  text: TextRef,
} as const satisfies Readonly<Record<PlainKind, z.ZodType>>

/** What an element may hold; null says that nothing is known any more. */
export type Value = z.infer<(typeof SHAPES)[PlainKind]> | string | readonly string[] | null

/** The value in the shape that the element asks for; undefined where it has another. */
export function findValue(spec: ElementSpec, given: unknown): Value | undefined {
  if (given === null) return null
  return shapeOf(spec).safeParse(given).data
}

function shapeOf(spec: ElementSpec): z.ZodType<Value> {
  if (!('list' in spec)) return SHAPES[spec.kind]
  const code = z.enum(codesOf(spec.list))
  return spec.kind === 'code' ? code : z.array(code).max(30).readonly()
}
