import { canonicalJson, type Json } from '../log/canonical-json.ts'
import { type Action, isOf, isWithdrawable } from './actions/action.ts'

/** What one action says of one thing: of a fact, a link, a mark, an answer in a round. */
export interface Entry {
  /** What it is said of. */
  readonly register: string
  readonly value: Json
  readonly replaces: readonly string[]
  readonly action: Action
}

/**
 * What stands of one thing. Usually one entry; several, where people set it without having seen each
 * other's, which is a conflict as long as they say different things: then all are shown, and whoever sets
 * it next, having seen them, ends it.
 */
export interface Register {
  /** The last of those that stand. */
  readonly entry: Entry
  /** All that stand: what nobody has replaced. */
  readonly heads: readonly Entry[]
  /** Those of them that say different things; none, where all say the same. */
  readonly rivals: readonly Entry[]
}

/** A conflict by name: of what, and which actions say different things. */
export interface Conflict {
  readonly register: string
  readonly entries: readonly Entry[]
}

/**
 * What stands, for everything that `entries` speak of. The result depends on the entries alone, never on
 * their order: an entry stands where no other has replaced it. `entries` come in the one order.
 */
export function standing(entries: readonly Entry[]): ReadonlyMap<string, Register> {
  const found = new Map<string, Register>()
  for (const [register, all] of Map.groupBy(entries, (entry) => entry.register)) {
    const replaced = new Set(all.flatMap(({ replaces, action }) => without(replaces, action.id)))
    const unreplaced = all.filter(({ action }) => !replaced.has(action.id))
    // Actions that replace each other in a circle are no order at all: then nothing was replaced.
    const heads = unreplaced.length > 0 ? unreplaced : all
    const entry = heads.at(-1)
    const different = distinct(heads)
    const rivals = different.length > 1 ? different : []
    if (entry) found.set(register, { entry, heads, rivals })
  }
  return found
}

/** The conflicts among `registers`, by name. */
export function conflictsIn(registers: ReadonlyMap<string, Register>): Conflict[] {
  return [...registers]
    .filter(([, { rivals }]) => rivals.length > 0)
    .map(([register, { rivals }]) => ({ register, entries: rivals }))
}

/** Ids of the actions that stand for `register`: what whoever sets it now has seen. */
export function headsOf(registers: ReadonlyMap<string, Register>, register: string): string[] {
  return registers.get(register)?.heads.map(({ action }) => action.id) ?? []
}

/** `actions` without those that were withdrawn. */
export function withoutWithdrawn(actions: readonly Action[]): Action[] {
  const withdrawn = new Set(
    actions.flatMap((action) => (isOf(action, 'withdraw') ? [action.deed.action] : [])),
  )
  return actions.filter((action) => !(withdrawn.has(action.id) && isWithdrawable(action)))
}

/** Entries that say the same are one, the last of them. */
function distinct(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [canonicalJson(entry.value), entry])).values()]
}

function without(ids: readonly string[], own: string): string[] {
  return ids.filter((id) => id !== own)
}
