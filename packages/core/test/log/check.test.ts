import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkLog,
  consistencyProof,
  type FoundEntry,
  hashLeaf,
  rootAt,
  type TreeHead,
  verifyConsistency,
} from '../../src/log/index.ts'
import { pureSha256 } from '../../src/log/hash.ts'
import { bytesOf, FULL, tell } from './support.ts'
import { grow } from './trees.ts'

const SIZE = 60
const ENTRIES = Array.from({ length: SIZE }, (_, index) => bytesOf(`entry ${index}`))
const HISTORIES = FULL ? 20_000 : 1000

function found(entries: readonly Uint8Array[]): FoundEntry[] {
  return entries.map((bytes, index) => ({ index, bytes }))
}

function treeOf(entries: readonly Uint8Array[]) {
  return grow(entries.map((entry) => hashLeaf(entry)))
}

const { read: readTrue } = treeOf(ENTRIES)

function headAt(size: number): TreeHead {
  return { size, root: rootAt(size, readTrue) }
}

describe('a log', () => {
  test('agrees with every checkpoint of its own, in whatever order and as often as they come', () => {
    const sizes = [...ENTRIES.keys(), SIZE].reverse()
    expect(checkLog(found(ENTRIES), [...sizes, 7, 7, 0].map(headAt))).toBeNull()
    expect(checkLog(found(ENTRIES), [])).toBeNull()
    expect(checkLog([], [headAt(0)])).toBeNull()
  })

  test('is checked the same with the SHA-256 of the machine', () => {
    let hashes = 0
    const counting = (bytes: Uint8Array) => {
      hashes += 1
      return pureSha256(bytes)
    }
    expect(checkLog(found(ENTRIES), [headAt(SIZE)], counting)).toBeNull()
    expect(hashes).toBeGreaterThanOrEqual(2 * SIZE - 6)
  })

  test('with a changed entry names the checkpoint and between which entries it lies', () => {
    const changed = ENTRIES.with(20, bytesOf('changed'))
    const heads = [50, 12, 30].map(headAt)
    expect(checkLog(found(changed), heads)).toEqual({
      kind: 'historyDiffers',
      checkpoint: 2,
      from: 12,
      last: 29,
    })
  })

  test('with a changed entry and its stored leaf hash names the entry', () => {
    const entries = found(ENTRIES).map((entry) => ({ ...entry, leaf: hashLeaf(entry.bytes) }))
    expect(checkLog(entries, [50].map(headAt))).toBeNull()
    const changed = entries.map((entry) =>
      entry.index === 20 ? { ...entry, bytes: bytesOf('changed') } : entry,
    )
    expect(checkLog(changed, [50].map(headAt))).toEqual({ kind: 'entryChanged', index: 20 })
    expect(checkLog(changed, [])).toEqual({ kind: 'entryChanged', index: 20 })
  })

  test('with an entry taken out or put in twice names where', () => {
    const entries = found(ENTRIES)
    const missing = entries.filter(({ index }) => index !== 20)
    expect(checkLog(missing, [])).toEqual({ kind: 'entryMissing', index: 20, found: 21 })
    expect(checkLog(entries.toSpliced(20, 0, ...entries.slice(19, 20)), [])).toEqual({
      kind: 'entryMissing',
      index: 20,
      found: 19,
    })
  })

  test('that lost its end says how far it goes', () => {
    const heads = [60, 30, 50].map(headAt)
    expect(checkLog(found(ENTRIES.slice(0, 40)), heads)).toEqual({
      kind: 'historyShorter',
      checkpoint: 2,
      entries: 40,
      size: 50,
    })
  })

  test('names the first of several faults', () => {
    const changed = found(ENTRIES.with(5, bytesOf('changed')).slice(0, 40))
    const heads = [60, 10].map(headAt)
    expect(checkLog(changed, heads)).toMatchObject({ kind: 'historyDiffers', from: 0, last: 9 })
    const gone = changed.filter(({ index }) => index !== 3)
    expect(checkLog(gone, heads)).toMatchObject({ kind: 'entryMissing', index: 3 })
  })

  test('of no entries does not agree with a checkpoint that says otherwise', () => {
    const forged = { size: 0, root: new Uint8Array(32) }
    expect(checkLog([], [forged])).toMatchObject({ kind: 'checkpointFalse', checkpoint: 0 })
  })
})

describe('another history', () => {
  test(`is caught by every checkpoint that has seen more, in ${HISTORIES} of ${HISTORIES}`, () => {
    let caught = 0
    fc.assert(
      fc.property(anyForgery(), ({ at, forged, seen }) => {
        const faults = [seen, at + 1, SIZE].map((size) => checkLog(found(forged), [headAt(size)]))
        if (faults.every((fault) => fault?.kind.startsWith('history'))) caught += 1
      }),
      { numRuns: HISTORIES },
    )
    tell(`other histories caught by each of three checkpoints: ${caught} of ${HISTORIES}`)
    expect(caught).toBe(HISTORIES)
  })

  test('is not blamed by a checkpoint that has seen no more than what is still true', () => {
    fc.assert(
      fc.property(anyForgery(), fc.nat(), ({ at, forged }, any) => {
        const early = [headAt(at), headAt(any % (at + 1))]
        expect(checkLog(found(forged), early)).toBeNull()
      }),
      { numRuns: HISTORIES },
    )
  })

  test('never has a proof that it grew out of a checkpoint that has seen more', () => {
    fc.assert(
      fc.property(anyForgery(), ({ forged, seen }) => {
        const first = headAt(seen)
        const { read } = treeOf(forged)
        const second = { size: forged.length, root: rootAt(forged.length, read) }
        const proof = consistencyProof({ first: seen, second: forged.length }, read) ?? []
        expect(verifyConsistency({ first, second }, proof).ok).toBe(false)
      }),
      { numRuns: HISTORIES },
    )
  })
})

/**
 * A history that somebody made out of the true one: the first entry that is not as it was, all entries,
 * and the size of a checkpoint that was given away before and has seen that entry.
 */
function anyForgery() {
  const kind = fc.constantFrom('changed', 'taken out', 'put in', 'swapped', 'forked', 'rolled back')
  const more = fc.array(fc.uint8Array({ minLength: 1 }), { maxLength: 40 })
  return fc
    .record({ kind, more, at: fc.nat(SIZE - 2), seen: fc.integer({ min: 1, max: SIZE }) })
    .map(({ kind: how, more: added, at, seen }) => ({
      at,
      forged: forge(how, at, added),
      seen: Math.max(seen, at + 1),
    }))
}

function forge(kind: string, at: number, more: readonly Uint8Array[]): Uint8Array[] {
  const [one = bytesOf(''), other = bytesOf('')] = ENTRIES.slice(at)
  const made = bytesOf('made up')
  if (kind === 'changed') return [...ENTRIES.with(at, made), ...more]
  if (kind === 'taken out') return [...ENTRIES.toSpliced(at, 1), ...more]
  if (kind === 'put in') return [...ENTRIES.toSpliced(at, 0, made), ...more]
  if (kind === 'swapped') return [...ENTRIES.toSpliced(at, 2, other, one), ...more]
  if (kind === 'forked') return [...ENTRIES.slice(0, at), made, ...more]
  return ENTRIES.slice(0, at)
}
