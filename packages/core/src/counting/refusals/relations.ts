import { isBetween } from '../facts/days.ts'
import type { CountingData, PartyRelation } from '../model.ts'
import type { PartyRelationType } from '../../parties/vocabulary.ts'
import { findFirst, type Refusal } from './refusal.ts'

/** Relations of descent hold whenever they are dated: nobody comes from their own successor. */
const DESCENT: readonly PartyRelationType[] = ['splinter_of', 'successor_of', 'merged_into']

/**
 * No party is, by relations of one type, related to itself (K16). Of memberships and other ties only
 * those count that hold on one day: parties may change places over time.
 */
export function checkRelations({ relations }: CountingData): Refusal | undefined {
  return findFirst(
    Map.groupBy(relations, ({ type }) => type),
    ([type, some]) => {
      const circle = DESCENT.includes(type) ? findCircleOf(some) : findCircleOnOneDay(some)
      return circle && { code: 'K16.cycle', ids: circle }
    },
  )
}

/** A circle that is there on some day is there on the day on which the last of its relations began. */
function findCircleOnOneDay(relations: readonly PartyRelation[]): readonly string[] | undefined {
  for (const day of new Set(relations.map(({ from }) => from ?? ''))) {
    const circle = findCircleOf(relations.filter((one) => isBetween(day, one)))
    if (circle) return circle
  }
  return undefined
}

/** Parties that relations lead through in a circle, by a walk that visits each party once. */
function findCircleOf(relations: readonly PartyRelation[]): readonly string[] | undefined {
  const byParty = Map.groupBy(relations, ({ party }) => party)
  const done = new Set<string>()
  for (const start of byParty.keys()) {
    const circle = walk(start, byParty, done)
    if (circle) return circle
  }
  return undefined
}

type Relations = ReadonlyMap<string, readonly PartyRelation[]>

/** Depth first, without recursion: chains may be long. */
function walk(start: string, byParty: Relations, done: Set<string>): readonly string[] | undefined {
  const path: { party: string; next: number }[] = []
  const onPath = new Set<string>()
  const enter = (party: string): void => {
    done.add(party)
    onPath.add(party)
    path.push({ party, next: 0 })
  }
  if (!done.has(start)) enter(start)
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const of = byParty.get(step.party)?.[step.next]?.of
    step.next += 1
    if (of === undefined) {
      onPath.delete(step.party)
      path.pop()
    } else if (onPath.has(of)) {
      const names = path.map(({ party }) => party)
      return names.slice(names.indexOf(of))
    } else if (!done.has(of)) enter(of)
  }
  return undefined
}
