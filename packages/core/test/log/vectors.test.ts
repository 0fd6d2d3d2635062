import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  consistencyProof,
  hashLeaf,
  inclusionProof,
  rootAt,
  verifyConsistency,
  verifyInclusion,
} from '../../src/log/index.ts'
import { hasVectors, VECTORS } from './support.ts'
import { grow } from './trees.ts'

/** What a file of the collection holds; hashes are written in Base64. */
interface Common {
  readonly desc: string
  readonly proof: readonly string[] | null
  readonly wantErr: boolean
}

interface InclusionVector extends Common {
  readonly leafIdx: number
  readonly treeSize: number
  readonly root: string
  readonly leafHash: string
}

interface ConsistencyVector extends Common {
  readonly size1: number
  readonly size2: number
  readonly root1: string
  readonly root2: string
}

const inclusion = readVectors<InclusionVector>('inclusion')
const consistency = readVectors<ConsistencyVector>('consistency')

/** The entries that the published roots and proofs are made of. */
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'))

describe.skipIf(!hasVectors)('the published vectors', () => {
  test('are 196, of which some hold and most do not', () => {
    expect([inclusion.length, consistency.length]).toEqual([98, 98])
    expect(inclusion.filter(({ wantErr }) => !wantErr)).toHaveLength(6)
    expect(consistency.filter(({ wantErr }) => !wantErr)).toHaveLength(6)
  })

  test.each(inclusion)(
    'inclusion: $desc ($leafIdx of $treeSize) has the published answer',
    (vector) => {
      const { leafIdx: index, treeSize: size, root, leafHash, proof, wantErr } = vector
      const claim = { index, size, root: bytes(root), leaf: bytes(leafHash) }
      expect(verifyInclusion(claim, (proof ?? []).map(bytes)).ok).toBe(!wantErr)
    },
  )

  test.each(consistency)(
    'consistency: $desc ($size1 to $size2) has the published answer',
    (vector) => {
      const { size1, size2, root1, root2, proof, wantErr } = vector
      const claim = {
        first: { size: size1, root: bytes(root1) },
        second: { size: size2, root: bytes(root2) },
      }
      expect(verifyConsistency(claim, (proof ?? []).map(bytes)).ok).toBe(!wantErr)
    },
  )

  test('with an answer of yes are what our own tree gives', () => {
    const { read } = grow(ENTRIES.map((entry) => hashLeaf(entry)))
    for (const vector of inclusion.filter(({ desc }) => desc === 'happy path')) {
      const { leafIdx: index, treeSize: size, proof } = vector
      expect(base64(rootAt(size, read))).toBe(vector.root)
      expect((inclusionProof({ index, size }, read) ?? []).map(base64)).toEqual(proof ?? [])
    }
    for (const vector of consistency.filter(({ desc }) => desc === 'happy path')) {
      const { size1: first, size2: second, proof } = vector
      expect(base64(rootAt(first, read))).toBe(vector.root1)
      expect(base64(rootAt(second, read))).toBe(vector.root2)
      expect((consistencyProof({ first, second }, read) ?? []).map(base64)).toEqual(proof ?? [])
    }
  })
})

function readVectors<Vector extends Common>(kind: string): Vector[] {
  if (!hasVectors) return []
  const folder = join(VECTORS, 'merkle', kind)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Vector)
}

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'))
}

function base64(hash: Uint8Array): string {
  return Buffer.from(hash).toString('base64')
}
