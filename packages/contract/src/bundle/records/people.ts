import type { Json } from '@vigil/core/log'
import type { z } from 'zod'
import { WireChild, WireGroup } from '../schema.ts'
import { faulty, type RowFault } from './faults.ts'
import { CHILD_FIELDS, type Field, GROUP_FIELDS } from './fields.ts'
import { type JsonObject, put, textOf } from './json.ts'
import type { Carried, Kept, KeptPeople } from './kept.ts'
import { attempt, parseRow } from './rows.ts'
import { readVersions, type Versions } from './take-fields.ts'

/** A child or a group of the file. */
export interface Person {
  readonly id: string
  readonly wire: JsonObject
  readonly versions: Versions
  readonly path: string
}

/** What the record of some incident holds of a person, and what it would write otherwise. */
export interface Noted {
  readonly person: Person
  readonly elements: readonly string[]
  readonly carried: Carried
}

/** Everybody in the file who can be taken, by id. */
export interface People {
  readonly children: ReadonlyMap<string, Person>
  readonly groups: ReadonlyMap<string, Person>
}

/** A list of the file, what its rows look like, and what is found wrong. */
interface List {
  readonly name: 'children' | 'groups'
  readonly rows: readonly Json[]
  readonly today: string
  readonly faults: RowFault[]
}

/** Reads the children and groups of a file; those that cannot be taken are reported. */
export function readPeople(
  { children, groups }: { readonly children: readonly Json[]; readonly groups: readonly Json[] },
  today: string,
): { readonly people: People; readonly faults: readonly RowFault[] } {
  const faults: RowFault[] = []
  const people = {
    children: readList({ name: 'children', rows: children, today, faults }, WireChild),
    groups: readList({ name: 'groups', rows: groups, today, faults }, WireGroup),
  }
  return { people, faults }
}

function readList({ name, rows, today, faults }: List, schema: z.ZodType): Map<string, Person> {
  const found = new Map<string, Person>()
  for (const [at, given] of rows.entries()) {
    const path = `${name}.${at}`
    const person = attempt(path, () => {
      const wire = parseRow(schema, given, path)
      const id = textOf(wire['id'])
      if (found.has(id)) throw faulty('twice', `${path}.id`, id)
      return { id, wire, path, versions: readVersions(wire, path, today) }
    })
    if ('row' in person) faults.push(person)
    else found.set(person.id, person)
  }
  return found
}

/** What is kept of everybody: all of whom no incident speaks, of the others what no record holds. */
export function keepPeople({ children, groups }: People, noted: readonly Noted[]): KeptPeople {
  const taken = Map.groupBy(noted, ({ person }) => person)
  const keepEach = (people: People['children'], fields: readonly Field[]): Kept[] =>
    [...people.values()].map((person) => keepPerson(person, fields, taken.get(person) ?? []))
  return { children: keepEach(children, CHILD_FIELDS), groups: keepEach(groups, GROUP_FIELDS) }
}

function keepPerson({ id, wire }: Person, fields: readonly Field[], noted: readonly Noted[]): Kept {
  const elements = new Set(noted.flatMap((one) => one.elements))
  const rest = fields
    .filter(({ element }) => elements.has(element))
    .reduce<JsonObject>((left, { path }) => put(left, path, undefined), wire)
  const carried = noted.reduce<Carried>((all, one) => ({ ...all, ...one.carried }), {})
  return { id, rest, carried }
}
