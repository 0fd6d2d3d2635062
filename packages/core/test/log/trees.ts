import {
  addLeaf,
  EMPTY_TREE,
  type Frontier,
  type Hash,
  hashLeaf,
  type ReadHash,
} from '../../src/log/index.ts'
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
  let tree = EMPTY_TREE
  for (const leaf of leaves) {
    const added = addLeaf(tree, leaf)
    tree = added.tree
    for (const { level, index, hash } of added.completed) stored.set(`${level}/${index}`, hash)
  }
  const read: ReadHash = ({ level, index }) => {
    const hash = stored.get(`${level}/${index}`)
    if (hash === undefined) throw new Error(`nothing is stored at ${level}/${index}`)
    return hash
  }
  return { tree, leaves, read }
}

/** Leaves of entries that are all different. */
export function leavesOf(count: number, name = 'entry'): Hash[] {
  return Array.from({ length: count }, (_, index) => hashLeaf(bytesOf(`${name} ${index}`)))
}
