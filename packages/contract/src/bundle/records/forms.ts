import {
  Age,
  Attribution,
  isBelow15,
  PartialDate,
  Place,
  spanOf,
  sumOf,
  Tally,
  totalOf,
} from '@vigil/core/incident'
import type { Json } from '@vigil/core/log'
import { fromSex, fromTally, toSex, toTally } from '../glossary.ts'
import { isObject, type JsonObject, listOf, textOf } from './json.ts'

/** What turns words into ids of texts, since no text stands in a record. */
export interface Reading {
  /** The version of the gazetteer that regions are ids of. */
  readonly gazetteer: string
  readonly text: (words: string) => string
}

/** What turns ids of texts into words again; undefined where the text was destroyed. */
export type Words = (text: string) => string | undefined

/** How one kind of value stands in a bundle, and how in the record; undefined where it cannot. */
export interface Form {
  readonly toValue: (wire: Json, reading: Reading) => Json | undefined
  readonly toWire: (value: Json, words: Words) => Json | undefined
}

/** Codes, ids and numbers stand as they are. */
export const AS_IS: Form = { toValue: (wire) => wire, toWire: (value) => value }

/** A date that is known less exactly than to the day is given as its first day. */
export const DATE: Form = {
  toValue: (wire) => (typeof wire === 'string' ? { on: wire, estimated: false } : undefined),
  toWire: (value) => {
    const date = PartialDate.safeParse(value).data
    return date && spanOf(date).first
  },
}

export const ANSWER: Form = {
  toValue: (wire) => (typeof wire === 'boolean' ? (wire ? 'yes' : 'no') : undefined),
  toWire: (value) => (value === 'unknown' ? undefined : value === 'yes'),
}

/** Adults, whose sexes a bundle does not tell apart. */
export const ADULTS: Form = {
  toValue: (wire) => (typeof wire === 'number' ? { men: 0, women: 0, unknown: wire } : undefined),
  toWire: (value) =>
    Object.values(isObject(value) ? value : {}).reduce<number>((sum, one) => sum + Number(one), 0),
}

export const TEXT: Form = {
  toValue: (wire, { text }) =>
    typeof wire === 'string' && wire !== '' ? { text: text(wire) } : undefined,
  toWire: (value, words) => (isObject(value) ? words(textOf(value['text'])) : undefined),
}

export const REGION: Form = {
  toValue: (wire, { gazetteer }) =>
    typeof wire === 'string'
      ? { gazetteer, units: [wire], precision: 'in', asReported: null }
      : undefined,
  toWire: (value) => Place.safeParse(value).data?.units[0],
}

/** An age between two bounds that leaves open whether a child was below 15 is given as not known. */
export const AGE: Form = {
  toValue: (wire) =>
    typeof wire === 'number' ? { least: wire, most: wire, estimated: false } : undefined,
  toWire: (value) => {
    const age = Age.safeParse(value).data
    return age && (isBelow15(age) === undefined ? null : age.least)
  },
}

export const SEX: Form = { toValue: toSex, toWire: fromSex }

export const TALLY: Form = {
  toValue: (wire) => (isObject(wire) ? { ...toTally(wire) } : undefined),
  toWire: (value) => {
    const tally = Tally.safeParse(value).data
    return tally && fromTally(tally)
  },
}

/** Of a group that is given by its sexes, the number follows. */
export const NUMBER: Form = {
  toValue: (wire) => (isObject(wire) ? totalOf(toTally(wire)) : undefined),
  toWire: (value) => fromTally({ boys: 0, girls: 0, unknown: Number(value) }),
}

/** Children who are known by their number alone, of all entries that give one. */
export function talliesOf(victims: readonly JsonObject[]): Tally {
  return sumOf(victims.map(({ tally }) => toTally(isObject(tally) ? tally : {})))
}

export const ATTRIBUTION: Form = {
  toValue: (wire) => (isObject(wire) ? attributed(wire) : undefined),
  toWire: (value) => {
    const attribution = Attribution.safeParse(value).data
    if (attribution?.kind !== 'unidentified') return value
    return attribution.alleged.length > 0 ? value : { kind: 'unidentified' }
  },
}

function attributed({ kind = '', party, parties, alleged }: JsonObject): Json {
  if (kind === 'unidentified') return { kind, alleged: listOf(alleged) }
  const named = parties === undefined || parties === null ? [party ?? null] : listOf(parties)
  return kind === 'party' ? { kind, party: party ?? named[0] ?? null } : { kind, parties: named }
}
