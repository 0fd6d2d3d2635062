import { type Version, versionsOf } from '@vigil/core/counting'
import { findElement, findValue } from '@vigil/core/incident'
import type { Json } from '@vigil/core/log'
import type { Category, SubjectKind } from '@vigil/core/violations'
import { faulty, unfit } from './faults.ts'
import type { Field } from './fields.ts'
import type { Reading, Words } from './forms.ts'
import { isObject, isSame, type JsonObject, pick, put, valueAt, without } from './json.ts'
import type { Carried } from './kept.ts'
import type { State, Writer } from './writer.ts'

/** What an object of a bundle was, since when. */
export type Versions = readonly Version<JsonObject>[]

/** Everything that was ever known of an object (K3); what is dated after the import is refused. */
export function readVersions(object: JsonObject, path: string, today: string): Versions {
  const versions = versionsOf(object) as unknown as Versions
  const coming = versions.find(({ since }) => since > today)
  if (coming) throw faulty('future', path, coming.since)
  return versions
}

/** What the record takes of an object, what is left of it, and what it would write otherwise. */
export interface Taken {
  readonly states: readonly State[]
  readonly rest: JsonObject
  readonly carried: Carried
}

/** An object to take, and which elements there are for it. */
export interface Taking {
  readonly wire: JsonObject
  readonly versions: Versions
  readonly path: string
  readonly fields: readonly Field[]
  readonly kind: SubjectKind
  /** Every category that a violation ever had. */
  readonly categories: readonly (Category | undefined)[]
}

function readingOf({ stamp, text }: Writer): Reading {
  return { gazetteer: stamp.gazetteer, text }
}

function wordsOf({ texts }: Pick<Writer, 'texts'>): Words {
  return (id) => texts.find((one) => one.id === id)?.text
}

/** Takes the fields that the record has an element for, in every version. */
export function takeFields(writer: Writer, taking: Taking): Taken {
  const { versions, wire } = taking
  const values = new Map<Field, readonly (Json | undefined)[]>()
  for (const field of taking.fields) {
    const isSaid = [...values.keys()].some(({ element }) => element === field.element)
    const found = isSaid ? undefined : readField(writer, field, taking)
    if (found) values.set(field, found)
  }
  const states = versions.map(({ since }, at) => ({
    since,
    facts: Object.fromEntries(
      [...values].flatMap(([{ element }, all]) => {
        const value = all[at]
        return value === undefined ? [] : [[element, value]]
      }),
    ),
  }))
  const fields = [...values.keys()]
  const rest = fields.reduce(leave, wire)
  return { states, rest, carried: carriedBy(wordsOf(writer), taking, { fields, states }) }
}

/** The value in each version; undefined where the field is not there or is kept beside. */
function readField(
  writer: Writer,
  field: Field,
  { versions, path, kind, categories }: Taking,
): readonly (Json | undefined)[] | undefined {
  const given = versions.map(({ facts }) => partOf(facts, field))
  if (given.every((one) => one === undefined)) return undefined
  const specs = categories.map((category) => findElement(kind, field.element, category))
  const fits = (value: Json | undefined): boolean =>
    value !== undefined && specs.every((spec) => spec && findValue(spec, value) !== undefined)
  const read = (wire: Json): Json | undefined => field.form.toValue(wire, readingOf(writer))
  if (specs.includes(undefined)) return undefined
  const values = given.map((wire) => (wire === undefined || wire === null ? wire : read(wire)))
  const wrong = given.findIndex((wire, at) => wire !== undefined && !fits(values[at]))
  if (wrong === -1) return values
  if (field.must && given[wrong] !== null) throw unfit(`${path}.${field.path}`, given[wrong])
  return undefined
}

/** The field of an object, or those keys of it that are the field's. */
function partOf(object: JsonObject, { path, keys }: Field): Json | undefined {
  const value = valueAt(object, path)
  return keys && isObject(value) ? pick(value, keys) : value
}

/** The object without the field. */
function leave(object: JsonObject, { path, keys }: Field): JsonObject {
  const value = valueAt(object, path)
  if (value === undefined) return object
  if (!keys || !isObject(value)) return put(object, path, undefined)
  const others = without(value, keys)
  return put(object, path, Object.keys(others).length > 0 ? others : undefined)
}

function carriedBy(
  words: Words,
  { wire, fields: all }: Taking,
  { fields, states }: { fields: readonly Field[]; states: readonly State[] },
): Carried {
  const facts = states.at(-1)?.facts ?? {}
  const entries = fields.flatMap((field) => {
    const said = partOf(wire, field)
    const value = Object.hasOwn(facts, field.element) ? facts[field.element] : undefined
    const usual = writeField(field, value, words)
    return !field.alias && isSame(said, usual)
      ? []
      : [[field.path, said === undefined ? {} : { is: said }]]
  })
  const unsaid = fields
    .filter(({ alias }) => alias)
    .flatMap(({ element }) => all.filter((one) => one.element === element && !one.alias))
    .map(({ path }) => [path, {}])
  return Object.fromEntries([...unsaid, ...entries])
}

/** How the record writes a field by itself. */
export function writeField(field: Field, value: Json | undefined, words: Words): Json | undefined {
  if (value === undefined || value === null) return value
  return field.form.toWire(value, words)
}
