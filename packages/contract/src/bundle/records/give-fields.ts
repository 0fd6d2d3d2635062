import type { Action, Facts } from '@vigil/core/incident'
import type { Json } from '@vigil/core/log'
import type { Field } from './fields.ts'
import type { Words } from './forms.ts'
import { isObject, type JsonObject, put, valueAt } from './json.ts'
import type { Carried } from './kept.ts'
import { writeField } from './take-fields.ts'

/** What of a record was changed here since it was imported. */
export interface Changes {
  /** Whether somebody set, corrected or withdrew a fact after the import. */
  readonly isTouched: (subject: string, element: string) => boolean
  /** Whether an id was made by the import. */
  readonly isImported: (id: string) => boolean
}

/** Tells what the import made from what came later; ids of the import begin with the incident's. */
export function changesIn(actions: readonly Action[], incident: string): Changes {
  const isImported = (id: string): boolean => id.startsWith(`${incident}.`)
  const byId = new Map(actions.map((action) => [action.id, action]))
  const touched = new Set(
    actions
      .filter(({ id }) => !isImported(id))
      .flatMap(({ deed }) => {
        const about = deed.kind === 'withdraw' ? byId.get(deed.action)?.deed : deed
        const isFact = about?.kind === 'set' || about?.kind === 'correct'
        return isFact ? [`${about.subject} ${about.element}`] : []
      }),
  )
  return { isImported, isTouched: (subject, element) => touched.has(`${subject} ${element}`) }
}

/** A subject whose facts are written. */
export interface Giving {
  readonly facts: Facts
  readonly fields: readonly Field[]
  readonly rest: JsonObject
  readonly carried: Carried
  readonly isTouched: (element: string) => boolean
  readonly words: Words
}

/** Writes the facts of a subject into what was kept beside it. */
export function giveFields({ facts, fields, rest, carried, isTouched, words }: Giving): JsonObject {
  return fields.reduce<JsonObject>((object, field) => {
    const { path, element } = field
    const own = Object.hasOwn(carried, path) && !isTouched(element) ? carried[path] : undefined
    if (own) return write(object, field, own.is)
    return field.alias
      ? object
      : write(object, field, writeField(field, valueOf(facts, element), words))
  }, rest)
}

function valueOf(facts: Facts, element: string): Json | undefined {
  return facts[element]?.value
}

/** The first field that says something of a path is the one that stands. */
function write(object: JsonObject, { path, keys }: Field, value: Json | undefined): JsonObject {
  if (value === undefined) return object
  const old = valueAt(object, path)
  if (keys && isObject(old) && isObject(value)) return put(object, path, { ...old, ...value })
  return old === undefined ? put(object, path, value) : object
}
