import type { Json } from '@vigil/core/log'
import { refusedBy, unfit } from './faults.ts'
import { CHILD_FIELDS, ENTRY_FIELDS, GROUP_FIELDS, OWN_FIELDS } from './fields.ts'
import { talliesOf } from './forms.ts'
import { isObject, type JsonObject, listOf, objectsOf } from './json.ts'
import type { KeptEntry } from './kept.ts'
import type { Noted, People, Person } from './people.ts'
import { type Taken, takeFields, type Versions } from './take-fields.ts'
import { type State, type Writer, writeStates } from './writer.ts'

/** Where victims are written: the incident's writer, the people of the file, who is in the record already. */
export interface Victims {
  readonly writer: Writer
  readonly people: People
  /** Subjects of this incident by what is said of them; those of whom the same is said are one. */
  readonly subjects: Map<string, string>
  /** What the record says of them, so that it need not be kept beside. */
  readonly noted: Noted[]
}

/** A violation whose victims are taken. */
export interface Harmed {
  readonly subject: string
  readonly id: string
  readonly path: string
  readonly wire: JsonObject
  readonly versions: Versions
}

/** Adds the children and groups of a violation and links them to it, each since when it is known. */
export function takeVictims(victims: Victims, violation: Harmed): KeptEntry[] | null {
  const carried = violation.wire['victims']
  if (!Array.isArray(carried)) return null
  const most = Math.max(
    ...violation.versions.map(({ facts }) => listOf(facts['victims']).length),
    0,
  )
  const places = Array.from({ length: most }, (_, at) => at)
  const linked = new Set<string>()
  const taken = places.flatMap((at) =>
    namesAt(violation, at).map((name) => {
      if (linked.has(name)) throw refusedBy('R-COUNT-3.childTwice', violation.id, nameOf(name))
      linked.add(name)
      return [`${at} ${name}`, takeOne(victims, violation, { at, name })] as const
    }),
  )
  const found = new Map(taken)
  return listOf(carried).map((entry, at) =>
    keep(entry, found.get(`${at} ${personIn(entry) ?? ''}`)),
  )
}

/** Children known by their number alone, in each version; none where a version has no such entry. */
export function tallyStates({ versions }: Harmed): State[] {
  const tallies = versions.map(({ since, facts }) => {
    const entries = objectsOf(facts['victims']).filter(({ tally }) => isObject(tally))
    return { since, facts: entries.length > 0 ? { tally: { ...talliesOf(entries) } } : {} }
  })
  return tallies.some(({ facts }) => 'tally' in facts) ? tallies : []
}

function keep(entry: Json, taken: KeptEntry | undefined): KeptEntry {
  return taken ?? { subject: null, rest: isObject(entry) ? entry : {}, carried: {} }
}

/** Whom an entry names: a child or a group, with its id. */
function personIn(entry: Json | undefined): string | undefined {
  if (!isObject(entry)) return undefined
  if (typeof entry['child'] === 'string') return `child ${entry['child']}`
  return typeof entry['group'] === 'string' ? `group ${entry['group']}` : undefined
}

function nameOf(name: string): string {
  return name.slice(name.indexOf(' ') + 1)
}

/** Everybody whom the entry at a place ever named: usually one. */
function namesAt({ versions, wire }: Harmed, at: number): string[] {
  const all = [...versions.map(({ facts }) => facts), wire]
  return [...new Set(all.flatMap((facts) => personIn(listOf(facts['victims'])[at]) ?? []))]
}

function takeOne(
  victims: Victims,
  violation: Harmed,
  { at, name }: { readonly at: number; readonly name: string },
): KeptEntry {
  const path = `${violation.path}.victims.${at}`
  const versions = violation.versions.map(({ since, facts }) => {
    const entry = listOf(facts['victims'])[at]
    return { since, facts: personIn(entry) === name && isObject(entry) ? entry : ABSENT }
  })
  const carried = listOf(violation.wire['victims'])[at]
  const wire = isObject(carried) ? carried : {}
  const entry = { path, versions, wire, id: nameOf(name), violation: violation.id }
  const kept = name.startsWith('group') ? takeGroup(victims, entry) : takeChild(victims, entry)
  linkVictim(victims.writer, { from: kept.subject, to: violation.subject, versions })
  return kept
}

const ABSENT: JsonObject = {}

interface Entry {
  readonly id: string
  readonly path: string
  readonly violation: string
  readonly wire: JsonObject
  readonly versions: Versions
}

type KeptPerson = KeptEntry & { readonly subject: string }

function linkVictim(
  writer: Writer,
  { from, to, versions }: { from: string; to: string; versions: Versions },
): void {
  let [before, isLinked]: [string | undefined, boolean] = [undefined, false]
  for (const { since, facts } of versions) {
    const linked = facts !== ABSENT
    if (linked === isLinked) continue
    const replaces = before === undefined ? [] : [before]
    before = writer.act({ kind: 'link', link: 'victim_of', from, to, linked, replaces }, since)
    isLinked = linked
  }
}

/** A child is one subject wherever the incident says the same of it; its age may differ between acts. */
function takeChild(victims: Victims, entry: Entry): KeptPerson {
  const { writer, people } = victims
  const child = people.children.get(entry.id)
  if (!child) throw refusedBy('bundle.unknownChild', entry.violation, entry.id)
  if (!/^[A-Z0-9][A-Z0-9-]{0,31}$/.test(entry.id)) throw unfit(`${entry.path}.child`, entry.id)
  const overridden = OWN_FIELDS.filter(({ path }) => saysItself(entry, path))
  const own = takeFields(writer, {
    wire: entry.wire,
    versions: entry.versions,
    path: entry.path,
    fields: [...ENTRY_FIELDS, ...overridden],
    kind: 'victim',
    categories: [undefined],
  })
  const fields = CHILD_FIELDS.filter((field) => !overridden.some(({ path }) => path === field.path))
  const general = takeFields(writer, { ...takingOf(child), fields, kind: 'victim' })
  const code = { since: '', facts: { code: entry.id } }
  const states = merge([code], merge(general.states, own.states))
  const subject = findSubject(victims, JSON.stringify(states), { kind: 'victim', states })
  noteTaken(victims, child, general)
  const said = Object.fromEntries(
    overridden.flatMap(({ path }) => (entry.wire[path] ? [[path, { is: entry.wire[path] }]] : [])),
  )
  return { subject, rest: own.rest, carried: { ...said, ...own.carried } }
}

/** Whether an entry says something of its own that goes before what is said of the child. */
function saysItself({ versions }: Entry, path: string): boolean {
  return versions.some(({ facts }) => typeof facts[path] === 'string')
}

/** What of a person stands in the record now, and need not be kept beside. */
function noteTaken({ noted }: Victims, person: Person, { states, carried }: Taken): void {
  noted.push({ person, elements: states.flatMap(({ facts }) => Object.keys(facts)), carried })
}

function takeGroup(victims: Victims, entry: Entry): KeptPerson {
  const group = victims.people.groups.get(entry.id)
  if (!group) throw refusedBy('bundle.unknownGroup', entry.violation, entry.id)
  const general = takeFields(victims.writer, {
    ...takingOf(group),
    fields: GROUP_FIELDS,
    kind: 'group',
  })
  const subject = findSubject(victims, `group ${entry.id}`, {
    kind: 'group',
    states: general.states,
  })
  noteTaken(victims, group, general)
  return { subject, rest: entry.wire, carried: {} }
}

function takingOf({ wire, versions, path }: Person) {
  return { wire, versions, path, categories: [undefined] }
}

interface NewSubject {
  readonly kind: 'victim' | 'group'
  readonly states: readonly State[]
}

function findSubject(
  { writer, subjects }: Victims,
  key: string,
  { kind, states }: NewSubject,
): string {
  const known = subjects.get(key)
  if (known !== undefined) return known
  const subject = `${writer.incident}.${kind === 'group' ? 'g' : 'c'}${subjects.size}`
  writer.act({ kind: 'add', added: subject, subject: kind, category: null })
  writeStates(writer, subject, { states })
  subjects.set(key, subject)
  return subject
}

/** What is known of somebody from two objects, on every day on which either changes. */
function merge(some: readonly State[], others: readonly State[]): State[] {
  const days = [...new Set([...some, ...others].map(({ since }) => since))].toSorted()
  const on = (states: readonly State[], day: string): JsonObject =>
    states.findLast(({ since }) => since <= day)?.facts ?? {}
  return days.map((since) => ({ since, facts: { ...on(some, since), ...on(others, since) } }))
}
