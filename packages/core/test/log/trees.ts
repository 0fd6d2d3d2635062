import { EMPTY_TREE, type Frontier, settle } from '../../src/log/frontier.ts'
import { type Hash, hashLeaf, pureSha256 } from '../../src/log/hash.ts'
import type { ReadHash } from '../../src/log/index.ts'
import { bytesOf } from './support.ts'

/** A tree with everything that was ever complete in it, as a store would keep it. */
export interface Grown {
  readonly tree: Frontier
  readonly leaves: readonly Hash[]
  readonly read: ReadHash
}

/** Grows a tree of the leaves given, one by one. */
export function grow(leaves: readonly Hash[]): Grown {
  const stored = new Map<string, Hash>()
  const peaks = [...EMPTY_TREE.peaks]
  leaves.forEach((leaf, at) => {
    for (const { level, index, hash } of settle(
      peaks,
      { level: 0, index: at, hash: leaf },
      pureSha256,
    )) {
      stored.set(`${level}/${index}`, hash)
    }
  })
  const read: ReadHash = ({ level, index }) => {
    const hash = stored.get(`${level}/${index}`)
    if (hash === undefined) throw new Error(`nothing is stored at ${level}/${index}`)
    return hash
  }
  return { tree: { size: leaves.length, peaks }, leaves, read }
}

/** Leaves of entries that are all different. */
export function leavesOf(count: number, name = 'entry'): Hash[] {
  return Array.from({ length: count }, (_, index) => hashLeaf(bytesOf(`${name} ${index}`)))
}
