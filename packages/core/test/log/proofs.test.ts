import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EMPTY_ROOT, type Hash, hashLeaf, hashNode } from '../../src/log/hash.ts'
import {
  consistencyProof,
  inclusionProof,
  rootAt,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from '../../src/log/index.ts'
import { flipBit, FULL } from './support.ts'
import { grow, leavesOf } from './trees.ts'

/** Every size up to it is tried against every other. */
const SIZES = FULL ? 130 : 33
const LEAVES = leavesOf(SIZES)
const { read } = grow(LEAVES)

/** The root as RFC 6962 2.1 defines it, without anything stored. */
function definedRoot(leaves: readonly Hash[]): Hash {
  const [only] = leaves
  if (only === undefined) return EMPTY_ROOT
  if (leaves.length === 1) return only
  const half = halfOf(leaves.length)
  return hashNode(definedRoot(leaves.slice(0, half)), definedRoot(leaves.slice(half)))
}

/** On which side the way to a leaf goes at each division of the tree, from the leaf up. */
function wayTo(index: number, size: number): string[] {
  if (size === 1) return []
  const half = halfOf(size)
  return index < half
    ? [...wayTo(index, half), 'left']
    : [...wayTo(index - half, size - half), 'right']
}

/** The same for the end of an earlier tree; `whole` while that tree is at the left edge. */
function wayFrom(first: number, second: number, whole = true): string[] {
  if (first === second) return [whole ? 'root' : 'hash']
  const half = halfOf(second)
  return first <= half
    ? [...wayFrom(first, half, whole), 'left']
    : [...wayFrom(first - half, second - half, false), 'right']
}

function halfOf(size: number): number {
  let half = 1
  while (half * 2 < size) half *= 2
  return half
}

function head(size: number) {
  return { size, root: rootAt(size, read) }
}

describe('a tree', () => {
  test('has the root of the definition at every size, while it grows and looked up later', () => {
    for (let size = 0; size <= SIZES; size += 1) {
      const defined = definedRoot(LEAVES.slice(0, size))
      expect(rootOf(grow(LEAVES.slice(0, size)).tree)).toEqual(defined)
      expect(rootAt(size, read)).toEqual(defined)
    }
  })

  test('has the hash of nothing as the root of no entries', () => {
    expect(Buffer.from(EMPTY_ROOT).toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
  })

  test('never takes a node for an entry', () => {
    const [left, right] = leavesOf(2)
    if (left === undefined || right === undefined) throw new Error('two leaves were asked for')
    expect(hashLeaf(Buffer.concat([left, right]))).not.toEqual(hashNode(left, right))
  })

  test('knows its level next to the largest sizes that a number holds', () => {
    const asked: string[] = []
    const note = ({ level, index }: { level: number; index: number }) => {
      asked.push(`${level}/${index}`)
      return EMPTY_ROOT
    }
    rootAt(2 ** 49 - 1, note)
    expect(asked).toHaveLength(49)
    expect(asked.slice(0, 2)).toEqual(['48/0', '47/2'])
  })
})

describe('a proof of inclusion', () => {
  test('holds for every entry of every small tree, and for no other entry', () => {
    for (let size = 1; size <= SIZES; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof({ index, size }, read) ?? []
        const held = LEAVES.slice(0, size).map(
          (leaf) => verifyInclusion({ index, leaf, ...head(size) }, proof).ok,
        )
        expect(held).toEqual(LEAVES.slice(0, size).map((_, at) => at === index))
      }
    }
  })

  test('holds at no other index of the same tree', () => {
    for (let size = 1; size <= SIZES; size += 1) {
      LEAVES.slice(0, size).forEach((leaf, index) => {
        const proof = inclusionProof({ index, size }, read) ?? []
        for (const bit of [0, 1, 2, 3, 4, 5, 6, 7, 8, 31, 40]) {
          const other = index ^ (bit < 31 ? 1 << bit : 0)
          const claimed = bit < 31 ? other : index + 2 ** bit
          expect(verifyInclusion({ index: claimed, leaf, ...head(size) }, proof).ok).toBe(false)
        }
      })
    }
  })

  test('holds for no other size together with the root of that size', () => {
    fc.assert(
      fc.property(inTree(), fc.integer({ min: 1, max: SIZES }), ({ index, size }, other) => {
        fc.pre(other !== size)
        const proof = inclusionProof({ index, size }, read) ?? []
        const leaf = LEAVES[index] ?? EMPTY_ROOT
        expect(verifyInclusion({ index, leaf, ...head(other) }, proof).ok).toBe(false)
      }),
      { numRuns: FULL ? 100_000 : 2000 },
    )
  })

  test('says nothing of its own about the size: it holds for another with this root where the way is the same', () => {
    fc.assert(
      fc.property(inTree(), fc.integer({ min: 1, max: SIZES }), ({ index, size }, other) => {
        const proof = inclusionProof({ index, size }, read) ?? []
        const claim = { index, leaf: LEAVES[index] ?? EMPTY_ROOT, ...head(size), size: other }
        const isSameWay =
          index < other && String(wayTo(index, other)) === String(wayTo(index, size))
        expect(verifyInclusion(claim, proof).ok).toBe(isSameWay)
      }),
      { numRuns: FULL ? 100_000 : 2000 },
    )
  })

  test('is refused with any bit of it, of the root or of the leaf turned over', () => {
    const sizes = FULL ? [1, 2, 3, 5, 8, 13, 21, 34, 55, 89] : [1, 3, 6, 11]
    for (const size of sizes) {
      LEAVES.slice(0, size).forEach((leaf, index) => {
        const proof = inclusionProof({ index, size }, read) ?? []
        const claim = { index, leaf, ...head(size) }
        for (let bit = 0; bit < 256; bit += FULL ? 1 : 7) {
          expect(verifyInclusion({ ...claim, root: flipBit(claim.root, bit) }, proof).ok).toBe(
            false,
          )
          expect(verifyInclusion({ ...claim, leaf: flipBit(leaf, bit) }, proof).ok).toBe(false)
          for (const changed of proofsWithBit(proof, bit)) {
            expect(verifyInclusion(claim, changed).ok).toBe(false)
          }
        }
      })
    }
  })

  test('is refused with a hash too many, too few or out of order', () => {
    fc.assert(
      fc.property(inTree(), fc.nat(), ({ index, size }, at) => {
        const proof = inclusionProof({ index, size }, read) ?? []
        const claim = { index, leaf: LEAVES[index] ?? EMPTY_ROOT, ...head(size) }
        const place = at % (proof.length + 1)
        const more = [...proof.slice(0, place), EMPTY_ROOT, ...proof.slice(place)]
        const fewer = proof.filter((_, hash) => hash !== place)
        expect(verifyInclusion(claim, more)).toMatchObject({ problem: 'proof.badLength' })
        expect(verifyInclusion(claim, fewer).ok).toBe(fewer.length === proof.length)
        expect(verifyInclusion(claim, proof.toReversed()).ok).toBe(proof.length < 2)
      }),
      { numRuns: FULL ? 20_000 : 500 },
    )
  })

  test('is refused with hashes that are not 32 bytes long', () => {
    const claim = { index: 0, leaf: LEAVES[0] ?? EMPTY_ROOT, ...head(2) }
    const cut = [new Uint8Array(31)]
    expect(verifyInclusion(claim, cut)).toMatchObject({ problem: 'proof.badHash' })
    expect(verifyInclusion(claim, [new Uint8Array(33)])).toMatchObject({ problem: 'proof.badHash' })
  })

  test.each([
    { index: 3, size: 3 },
    { index: -1, size: 3 },
    { index: 0.5, size: 3 },
    { index: 0, size: 0 },
    { index: Number.NaN, size: 3 },
    { index: 0, size: 2 ** 53 },
  ])('is neither given nor taken for entry $index of $size', (asked) => {
    expect(inclusionProof(asked, read)).toBeNull()
    const claim = { ...asked, leaf: EMPTY_ROOT, root: EMPTY_ROOT }
    expect(verifyInclusion(claim, [])).toMatchObject({ problem: 'proof.outOfRange' })
  })
})

describe('a proof of consistency', () => {
  test('holds for every two sizes of one history', () => {
    for (let second = 1; second <= SIZES; second += 1) {
      for (let first = 1; first <= second; first += 1) {
        const proof = consistencyProof({ first, second }, read) ?? []
        expect(verifyConsistency({ first: head(first), second: head(second) }, proof).ok).toBe(true)
      }
    }
  })

  test('holds for no other size together with the root of that size', () => {
    const size = fc.integer({ min: 1, max: SIZES })
    fc.assert(
      fc.property(size, size, size, (one, other, wrong) => {
        const [first = 0, second = 0] = [one, other].sort((a, b) => a - b)
        const proof = consistencyProof({ first, second }, read) ?? []
        const asFirst = verifyConsistency({ first: head(wrong), second: head(second) }, proof)
        const asSecond = verifyConsistency({ first: head(first), second: head(wrong) }, proof)
        expect(asFirst.ok).toBe(wrong === first)
        expect(asSecond.ok).toBe(wrong === second)
      }),
      { numRuns: FULL ? 100_000 : 2000 },
    )
  })

  test('holds for another size with the same root only where the way is the same', () => {
    const size = fc.integer({ min: 1, max: SIZES })
    fc.assert(
      fc.property(size, size, size, (one, two, other) => {
        const [first = 0, second = 0] = [one, two].sort((a, b) => a - b)
        const proof = consistencyProof({ first, second }, read) ?? []
        const claim = { first: head(first), second: head(second) }
        const way = String(wayFrom(first, second))
        const early = { ...claim, first: { ...claim.first, size: other } }
        const late = { ...claim, second: { ...claim.second, size: other } }
        expect(verifyConsistency(early, proof).ok).toBe(
          other <= second && String(wayFrom(other, second)) === way,
        )
        expect(verifyConsistency(late, proof).ok).toBe(
          first <= other && String(wayFrom(first, other)) === way,
        )
      }),
      { numRuns: FULL ? 100_000 : 2000 },
    )
  })

  test('is refused with any bit of it or of a root turned over', () => {
    const most = FULL ? 33 : 9
    for (let second = 1; second <= most; second += 1) {
      for (let first = 1; first <= second; first += 1) {
        const proof = consistencyProof({ first, second }, read) ?? []
        const claim = { first: head(first), second: head(second) }
        for (let bit = 0; bit < 256; bit += FULL ? 1 : 7) {
          const early = { ...claim.first, root: flipBit(claim.first.root, bit) }
          const late = { ...claim.second, root: flipBit(claim.second.root, bit) }
          expect(verifyConsistency({ ...claim, first: early }, proof).ok).toBe(false)
          expect(verifyConsistency({ ...claim, second: late }, proof).ok).toBe(false)
          for (const changed of proofsWithBit(proof, bit)) {
            expect(verifyConsistency(claim, changed).ok).toBe(false)
          }
        }
      }
    }
  })

  test('is refused for two histories, whatever is offered as its proof', () => {
    fc.assert(
      fc.property(
        inTree(),
        fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 })),
        (at, made) => {
          const forked = grow(LEAVES.map((leaf, index) => (index === at.index ? EMPTY_ROOT : leaf)))
          const first = { size: at.size, root: rootAt(at.size, forked.read) }
          const offered = [read, forked.read].map((from) =>
            consistencyProof({ first: at.size, second: SIZES }, from),
          )
          for (const proof of [...offered, made]) {
            expect(verifyConsistency({ first, second: head(SIZES) }, proof ?? []).ok).toBe(false)
          }
        },
      ),
      { numRuns: FULL ? 20_000 : 300 },
    )
  })

  test('says nothing where the earlier log is empty', () => {
    const claim = { first: head(0), second: head(0) }
    expect(verifyConsistency(claim, [])).toMatchObject({ problem: 'proof.emptyTree' })
    expect(verifyConsistency({ ...claim, second: head(5) }, [])).toMatchObject({
      problem: 'proof.emptyTree',
    })
    expect(consistencyProof({ first: 0, second: 5 }, read)).toBeNull()
  })

  test.each([
    { first: 6, second: 5 },
    { first: -1, second: 5 },
    { first: 1.5, second: 5 },
    { first: 1, second: Infinity },
  ])('is neither given nor taken from $first to $second', (sizes) => {
    expect(consistencyProof(sizes, read)).toBeNull()
    const claim = {
      first: { size: sizes.first, root: EMPTY_ROOT },
      second: { size: sizes.second, root: EMPTY_ROOT },
    }
    expect(verifyConsistency(claim, [])).toMatchObject({ problem: 'proof.outOfRange' })
  })
})

/** Every proof that differs in one bit: the same bit of each hash in turn. */
function proofsWithBit(proof: readonly Hash[], bit: number): Hash[][] {
  return proof.map((_, place) =>
    proof.map((hash, at) => (at === place ? flipBit(hash, bit) : hash)),
  )
}

function inTree() {
  return fc
    .integer({ min: 1, max: SIZES })
    .chain((size) => fc.record({ size: fc.constant(size), index: fc.nat(size - 1) }))
}
