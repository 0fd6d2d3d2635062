import { equalHashes, type Hash, HASH_BYTES, hashNode } from './hash.ts'
import { type Answer, answer, refuse } from './problem.ts'
import { type Inclusion, isInclusion } from './proof.ts'

/** That an entry with this leaf hash stands at `index` of the tree with this size and root. */
export interface InclusionClaim extends Inclusion {
  readonly leaf: Hash
  readonly root: Hash
}

/**
 * Checks a proof of inclusion (RFC 9162 2.1.3.2). Refuses with `proof.…`.
 *
 * The size belongs to the root: the same proof holds for another size wherever the way to the leaf is
 * the same, so that a size is to be believed only together with its root, from a signed checkpoint.
 */
export function verifyInclusion(claim: InclusionClaim, proof: readonly Hash[]): Answer<true> {
  if (!isInclusion(claim)) return refuse('proof.outOfRange')
  if (![claim.leaf, ...proof].every(({ length }) => length === HASH_BYTES))
    return refuse('proof.badHash')
  const turns = turnsOf(claim)
  if (turns.length !== proof.length) return refuse('proof.badLength')
  const root = proof.reduce(
    (hash, beside, at) => (turns[at] === 'left' ? hashNode(beside, hash) : hashNode(hash, beside)),
    claim.leaf,
  )
  return equalHashes(root, claim.root) ? answer(true) : refuse('proof.wrongRoot')
}

/** On which side each hash of the proof stands, from the leaf up. */
function turnsOf({ index, size }: Inclusion): ('left' | 'right')[] {
  const turns: ('left' | 'right')[] = []
  let [node, last] = [index, size - 1]
  while (last > 0) {
    if (node % 2 === 1) turns.push('left')
    else if (node < last) turns.push('right')
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return turns
}
