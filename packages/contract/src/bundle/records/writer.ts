import type { Action, Deed } from '@vigil/core/incident'
import type { Json } from '@vigil/core/log'
import { isSame, type JsonObject } from './json.ts'

/** Who imports which file, and when. */
export interface ImportStamp {
  /** SHA-256 of the file, in hexadecimal. */
  readonly file: string
  readonly by: string
  /** The absent person, where an officer in charge acts. */
  readonly for: string | null
  /** The moment of the import (ISO 8601, UTC). */
  readonly at: string
  /** The version of the gazetteer that the regions of the file are ids of. */
  readonly gazetteer: string
  /** What stands as the reason of a correction or a duplicate, for which a bundle gives none. */
  readonly reason: string
}

/** A free text of a record, which the action names by its id alone. */
export interface RecordText {
  readonly id: string
  readonly text: string
}

/** What is known of a subject from a day on; the empty text: from the start (K3). */
export interface State {
  readonly since: string
  readonly facts: JsonObject
}

/** Writes the actions of one incident, in order; every id follows from the incident's. */
export interface Writer {
  readonly incident: string
  readonly stamp: ImportStamp
  readonly actions: Action[]
  readonly texts: RecordText[]
  /** Adds an action and gives its id. `since`: since when it is known; the moment of the import where none. */
  readonly act: (deed: Deed, since?: string) => string
  readonly text: (words: string) => string
}

export function startWriter(incident: string, stamp: ImportStamp): Writer {
  const actions: Action[] = []
  const texts: RecordText[] = []
  const { at, by, for: absent } = stamp
  return {
    incident,
    stamp,
    actions,
    texts,
    act: (deed, since = '') => {
      const id = `${incident}.a${String(actions.length).padStart(6, '0')}`
      const receivedAt = since === '' ? at : `${since}T00:00:00Z`
      actions.push({ id, incident, madeAt: at, receivedAt, by, for: absent, deed })
      return id
    },
    text: (words) => {
      const known = texts.find(({ text }) => text === words)
      if (known) return known.id
      const id = `${incident}.t${texts.length}`
      texts.push({ id, text: words })
      return id
    },
  }
}

/** The action that set a fact last, and to what. */
export interface Setting {
  readonly id: string
  readonly value: Json
}

/**
 * Says what was known of a subject in the course of time: what was known first is set, what came later is
 * a correction with its day. `begun` are facts that adding the subject set already.
 */
export function writeStates(
  writer: Writer,
  subject: string,
  { states, begun = {} }: { states: readonly State[]; begun?: Readonly<Record<string, Setting>> },
): Readonly<Record<string, Setting>> {
  const last = new Map(Object.entries(begun))
  const names = new Set(states.flatMap(({ facts }) => Object.keys(facts)))
  for (const element of names) {
    for (const { since, facts } of states) {
      const before = last.get(element)
      const value = Object.hasOwn(facts, element) ? facts[element] : undefined
      const next = writeFact(writer, { subject, element, since }, { before, value })
      if (next) last.set(element, next)
    }
  }
  return Object.fromEntries(last)
}

interface Place {
  readonly subject: string
  readonly element: string
  readonly since: string
}

function writeFact(
  writer: Writer,
  { subject, element, since }: Place,
  { before, value }: { before: Setting | undefined; value: Json | undefined },
): Setting | undefined {
  if (before === undefined) {
    if (value === undefined) return undefined
    const claims = [{ value: value as never, sources: [] }]
    const deed: Deed = { kind: 'set', subject, element, claims, stands: 0, replaces: [] }
    return { id: writer.act(deed, since), value }
  }
  const to = value ?? null
  if (isSame(before.value, to)) return undefined
  return {
    id: writer.act(corrected(writer, { subject, element, since }, { before, to })),
    value: to,
  }
}

function corrected(
  writer: Writer,
  { subject, element, since: on }: Place,
  { before, to }: { before: Setting; to: Json },
): Deed {
  const reason = writer.text(writer.stamp.reason)
  const values = { from: before.value as never, to: to as never }
  return { kind: 'correct', subject, element, on, ...values, reason, replaces: [before.id] }
}
