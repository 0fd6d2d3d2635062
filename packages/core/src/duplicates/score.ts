import { daysBetween } from '../calendar.ts'
import type { Category } from '../violations/categories.ts'
import { likeness } from './text.ts'

/** What of an incident is laid beside another one; null where it is not known. */
export interface Comparable {
  readonly id: string
  readonly categories: readonly Category[]
  /** First and last day that its date may mean (ISO 8601). */
  readonly days: { readonly first: string; readonly last: string } | null
  /** Codes of its place from the largest unit to the smallest, such as region, district, village. */
  readonly units: readonly string[]
  readonly children: number | null
  readonly parties: readonly string[]
  readonly text: string | null
}

/** What is compared, and how much it weighs; the weights add up to 100. */
export const WEIGHTS = {
  categories: 25,
  days: 25,
  place: 20,
  children: 10,
  parties: 10,
  text: 10,
} as const

export type Part = keyof typeof WEIGHTS

/**
 * One part of a score: how alike both are in it, from 0 to 1; null where one of them does not say it.
 */
export interface PartScore {
  readonly part: Part
  readonly likeness: number | null
  readonly weight: number
}

/** How likely two incidents are one, with its reasons; a person decides (R-COUNT-11). */
export interface Score {
  /** 0 to 100: what is known of both, by weight. */
  readonly score: number
  readonly parts: readonly PartScore[]
}

/** So many days apart two dates have nothing in common any more. */
const FAR_DAYS = 7

/** From this score on two incidents are shown to somebody as perhaps the same. */
export const LIKELY_SCORE = 60

/**
 * How alike two incidents are (R-COUNT-11): same category, dates within a few days, same or adjacent
 * place, similar number, same party, similar account. What one of them does not say counts neither for nor
 * against. Symmetric; nothing follows from it by itself.
 */
export function scoreOf(one: Comparable, other: Comparable): Score {
  const likenesses: Readonly<Record<Part, number | null>> = {
    categories: shared(one.categories, other.categories),
    days: sameTime(one, other),
    place: samePlace(one, other),
    children: similarNumber(one.children, other.children),
    parties: shared(one.parties, other.parties),
    text: one.text === null || other.text === null ? null : likeness(one.text, other.text),
  }
  const parts = (Object.keys(WEIGHTS) as Part[]).map((part) => ({
    part,
    likeness: likenesses[part],
    weight: WEIGHTS[part],
  }))
  const known = parts.filter((part) => part.likeness !== null)
  const whole = known.reduce((sum, { weight }) => sum + weight, 0)
  const reached = known.reduce((sum, part) => sum + reachedBy(part), 0)
  return { score: whole === 0 ? 0 : Math.round((100 * reached) / whole), parts }
}

/** Those of `others` that are perhaps the same incident as `one`, the likeliest first. */
export function candidatesFor(
  one: Comparable,
  others: readonly Comparable[],
): (Score & { readonly id: string })[] {
  return others
    .filter(({ id, categories }) => id !== one.id && (shared(categories, one.categories) ?? 0) > 0)
    .map((other) => ({ id: other.id, ...scoreOf(one, other) }))
    .filter(({ score }) => score >= LIKELY_SCORE)
    .sort((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1))
}

function reachedBy({ likeness: alike, weight }: PartScore): number {
  return (alike ?? 0) * weight
}

/** The share of what both name of all that either names. */
function shared(one: readonly string[], other: readonly string[]): number | null {
  if (one.length === 0 || other.length === 0) return null
  const all = new Set([...one, ...other])
  return [...all].filter((word) => one.includes(word) && other.includes(word)).length / all.size
}

function sameTime({ days: one }: Comparable, { days: other }: Comparable): number | null {
  if (one === null || other === null) return null
  const gap = Math.max(daysBetween(one.last, other.first), daysBetween(other.last, one.first), 0)
  return Math.max(0, 1 - gap / FAR_DAYS)
}

/** The share of levels, from the largest on, that are the same. */
function samePlace({ units: one }: Comparable, { units: other }: Comparable): number | null {
  const depth = Math.min(one.length, other.length)
  if (depth === 0) return null
  const differ = one.slice(0, depth).findIndex((unit, at) => unit !== other[at])
  return (differ < 0 ? depth : differ) / depth
}

function similarNumber(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return null
  return Math.max(one, other) === 0 ? 1 : Math.min(one, other) / Math.max(one, other)
}
