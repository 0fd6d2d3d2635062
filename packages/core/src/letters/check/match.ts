import { diffArrays } from 'diff'
import { blockText } from '../blocks.ts'
import type { Block } from '../model.ts'
import { blockTokens, comparable, returnedTokens, type Token } from './tokens.ts'
import type { Unit } from './units.ts'

/** Below this likeness (shared words of all words) a text is another text, not a changed one. */
const LEAST_LIKENESS = 0.5

/** Which units belong to which block: by the index of the block, indexes of its units in order. */
export type Matches = ReadonlyMap<number, readonly number[]>

/**
 * Finds what became of each block: first the same text, then the likest, nearest first, and last
 * what stands in the place of a blank.
 */
export function matchUnits(blocks: readonly Block[], units: readonly Unit[]): Matches {
  const matches = new Map<number, number[]>()
  const taken = new Set<number>()
  const take = (block: number, found: readonly number[]) => {
    matches.set(block, [...found])
    for (const unit of found) taken.add(unit)
  }
  matchSame(blocks, units, take)
  for (const { block, unit } of likeness(blocks, units, { matches, taken })) {
    if (!matches.has(block) && !taken.has(unit)) take(block, [unit])
  }
  for (const [block, { runs }] of blocks.entries()) {
    if (matches.has(block) || runs.every(({ blank }) => blank === null)) continue
    const gap = gapAt(block, { blocks, units, matches })
    if (gap.length > 0 && gap.every((unit) => !taken.has(unit))) take(block, gap)
  }
  return matches
}

/** Blocks that stand in another order than the draft's, as few as explain it. */
export function movedBlocks(matches: Matches): ReadonlySet<number> {
  const pairs = [...matches].map(([block, [unit = 0]]) => ({ block, unit }))
  const drafted = pairs.map(({ block }) => block).sort((one, other) => one - other)
  const returned = pairs.sort((one, other) => one.unit - other.unit).map(({ block }) => block)
  const changes = diffArrays(drafted, returned)
  return new Set(changes.flatMap(({ removed, value }) => (removed ? value : [])))
}

type Take = (block: number, units: readonly number[]) => void

function matchSame(blocks: readonly Block[], units: readonly Unit[], take: Take): void {
  const places = new Map<string, number[]>()
  for (const [index, { text }] of units.entries()) {
    const key = comparable(text)
    places.set(key, [...(places.get(key) ?? []), index])
  }
  for (const [block, found] of blocks.entries()) {
    const unit = places.get(comparable(blockText(found)))?.shift()
    if (unit !== undefined) take(block, [unit])
  }
}

interface Taken {
  readonly matches: Matches
  readonly taken: ReadonlySet<number>
}

/** Pairs of what is left, likest first; of pairs as like, those that stand nearest to each other. */
function likeness(blocks: readonly Block[], units: readonly Unit[], { matches, taken }: Taken) {
  const bags = units.map(({ text }, unit) =>
    taken.has(unit) ? null : bagOf(returnedTokens(text, [])),
  )
  const pairs = blocks.flatMap((found, block) => {
    if (matches.has(block)) return []
    const bag = bagOf(blockTokens(found).filter(({ blank }) => blank === null))
    return bags.flatMap((other, unit) => {
      const like = other === null ? 0 : likenessOf(bag, other)
      const far = Math.abs(block / blocks.length - unit / units.length)
      return like < LEAST_LIKENESS ? [] : [{ block, unit, like, far }]
    })
  })
  return pairs.sort((one, other) => other.like - one.like || one.far - other.far)
}

interface Bag {
  readonly size: number
  readonly counts: ReadonlyMap<string, number>
}

function bagOf(tokens: readonly Token[]): Bag {
  const counts = new Map<string, number>()
  for (const { key } of tokens) counts.set(key, (counts.get(key) ?? 0) + 1)
  return { size: tokens.length, counts }
}

/** Dice's coefficient over words as often as they come. */
function likenessOf(one: Bag, other: Bag): number {
  if (one.size === 0 || other.size === 0) return 0
  let shared = 0
  for (const [key, count] of one.counts) shared += Math.min(count, other.counts.get(key) ?? 0)
  return (2 * shared) / (one.size + other.size)
}

interface Place {
  readonly blocks: readonly Block[]
  readonly units: readonly Unit[]
  readonly matches: Matches
}

/** The units between those of the block before and the block after; none where either is missing. */
function gapAt(block: number, { blocks, units, matches }: Place): number[] {
  const before = block === 0 ? -1 : matches.get(block - 1)?.at(-1)
  const after = block === blocks.length - 1 ? units.length : matches.get(block + 1)?.[0]
  if (before === undefined || after === undefined) return []
  return Array.from({ length: Math.max(after - before - 1, 0) }, (_, index) => before + 1 + index)
}
