import { equalHashes, type Hash, HASH_BYTES, hashNode } from './hash.ts'
import { type Answer, answer, refuse } from './problem.ts'
import { isConsistency } from './proof.ts'

/** How large a tree was, and its root: what a checkpoint states. */
export interface TreeHead {
  readonly size: number
  readonly root: Hash
}

/** That the later tree begins with all of the earlier one. */
export interface ConsistencyClaim {
  readonly first: TreeHead
  readonly second: TreeHead
}

/**
 * Checks a proof of consistency (RFC 9162 2.1.4.2). Refuses with `proof.…`, also that a tree grew out of
 * an empty one: that is true of every tree and proves nothing.
 */
export function verifyConsistency(claim: ConsistencyClaim, proof: readonly Hash[]): Answer<true> {
  const { first, second } = claim
  if (first.size === 0) return refuse('proof.emptyTree')
  if (!isConsistency({ first: first.size, second: second.size })) return refuse('proof.outOfRange')
  if (first.size === second.size) return verifySame(claim, proof)
  if (!proof.every(({ length }) => length === HASH_BYTES)) return refuse('proof.badHash')
  return verifyGrowth(claim, proof)
}

function verifySame({ first, second }: ConsistencyClaim, proof: readonly Hash[]): Answer<true> {
  if (proof.length > 0) return refuse('proof.badLength')
  return equalHashes(first.root, second.root) ? answer(true) : refuse('proof.wrongRoot')
}

/** Climbs from the last leaf of the earlier tree to both roots at once. */
function verifyGrowth({ first, second }: ConsistencyClaim, proof: readonly Hash[]): Answer<true> {
  const { steps, isWhole } = climb(first.size, second.size)
  const [start, ...rest] = isWhole ? [first.root, ...proof] : proof
  if (start === undefined || rest.length !== steps.length) return refuse('proof.badLength')
  let [early, late] = [start, start]
  rest.forEach((beside, at) => {
    if (steps[at] === 'both') early = hashNode(beside, early)
    late = steps[at] === 'both' ? hashNode(beside, late) : hashNode(late, beside)
  })
  const agree = equalHashes(early, first.root) && equalHashes(late, second.root)
  return agree ? answer(true) : refuse('proof.wrongRoot')
}

/**
 * What each hash of the proof is joined to: at the left of both trees, or at the right of the later one.
 * Where the earlier tree is one perfect subtree, its root is where the climb begins.
 */
function climb(first: number, second: number): { steps: ('both' | 'later')[]; isWhole: boolean } {
  const steps: ('both' | 'later')[] = []
  let [node, last] = [first - 1, second - 1]
  while (node % 2 === 1) [node, last] = parents(node, last)
  const isWhole = node === 0
  while (last > 0) {
    if (node % 2 === 1) steps.push('both')
    else if (node < last) steps.push('later')
    ;[node, last] = parents(node, last)
  }
  return { steps, isWhole }
}

function parents(node: number, last: number): [number, number] {
  return [Math.floor(node / 2), Math.floor(last / 2)]
}
