/**
 * A log of a million entries: the tree grown with its tiles, as a sequencer does, and the whole checked
 * against a checkpoint, with the SHA-256 of core and with that of OpenSSL, beside a plain SHA-256 of the
 * same entries; then proofs made from tiles: `node bench/log.ts`. Target: a million entries in 10 s.
 */
import { hash } from 'node:crypto'
import {
  appendLeaves,
  beginCheck,
  checkEntry,
  consistencyProof,
  EMPTY_TREE,
  endCheck,
  type Frontier,
  hashLeaf,
  inclusionProof,
  type ReadHash,
  rootAt,
  rootOf,
  type Sha256,
  type Tile,
  type TilePlace,
  tileReader,
  tilesOfConsistency,
  tilesOfInclusion,
  tilesOfRoot,
  verifyConsistency,
  verifyInclusion,
} from '@vigil/core/log'

const LEAVES = 1_000_000
const BATCH = 256
const PROOFS = 500
/** About as long as a row of the log in canonical JSON. */
const ENTRY = new Uint8Array(460).fill(0x61)

const tiles = new Map<string, Tile>()
let tree: Frontier = EMPTY_TREE

const openssl: Sha256 = (bytes) => hash('sha256', bytes, 'buffer')
const plain = seconds(() => {
  for (let index = 0; index < LEAVES; index += 1) openssl(entryAt(index))
})
tell('plain SHA-256', plain)
tell(
  'tree with tiles, OpenSSL',
  seconds(() => grow(openssl)),
)
const root = rootOf(tree)
tell(
  'check of the whole, OpenSSL',
  seconds(() => check(openssl)),
)
tell(
  'tree with tiles, core',
  seconds(() => grow()),
)
tell(
  'check of the whole, core',
  seconds(() => check()),
)
if (!rootOf(tree).every((byte, at) => byte === root[at])) throw new Error('two roots of one log')

console.log(`inclusion, made from tiles and verified: ${proving(proveInclusion)}`)
console.log(
  `consistency, made from tiles and verified: ${proving((index) => proveConsistency(index + 1))}`,
)
const kept = [...tiles.values()].reduce((sum, { hashes }) => sum + hashes.length, 0)
const most = process.resourceUsage().maxRSS / 1024
console.log(`tiles: ${(kept / 1e6).toFixed(1)} MB; memory at most ${Math.round(most)} MiB`)

/** The same bytes with another number in them. */
function entryAt(index: number): Uint8Array {
  new DataView(ENTRY.buffer).setUint32(0, index)
  return ENTRY
}

function grow(sha256?: Sha256): void {
  tree = EMPTY_TREE
  tiles.clear()
  while (tree.size < LEAVES) {
    const count = Math.min(BATCH, LEAVES - tree.size)
    const from = tree.size
    const leaves = Array.from({ length: count }, (_, index) =>
      hashLeaf(entryAt(from + index), sha256),
    )
    const appended = appendLeaves(tree, leaves, sha256)
    tree = appended.tree
    for (const { level, index, hashes } of appended.tiles) {
      const before = tiles.get(`${level}/${index}`)?.hashes ?? new Uint8Array(0)
      const after = new Uint8Array(Buffer.concat([before, hashes]))
      tiles.set(`${level}/${index}`, { level, index, hashes: after })
    }
  }
}

function check(sha256?: Sha256): void {
  let state = beginCheck([{ size: LEAVES, root }], sha256)
  for (let index = 0; index < LEAVES; index += 1) {
    state = checkEntry(state, { index, bytes: entryAt(index) })
  }
  const fault = endCheck(state)
  if (fault !== null) throw new Error(`the log does not agree with itself: ${fault.kind}`)
}

function proveInclusion(index: number): boolean {
  const asked = { index, size: LEAVES }
  const proof = inclusionProof(asked, readerOf(tilesOfInclusion(asked)))
  const claim = { ...asked, root, leaf: hashLeaf(entryAt(index)) }
  return proof !== null && verifyInclusion(claim, proof).ok
}

function proveConsistency(size: number): boolean {
  const asked = { first: size, second: LEAVES }
  const proof = consistencyProof(asked, readerOf(tilesOfConsistency(asked)))
  const first = { size, root: rootAt(size, readerOf(tilesOfRoot(size))) }
  return proof !== null && verifyConsistency({ first, second: { size: LEAVES, root } }, proof).ok
}

/** A reader with those tiles only, as if they came from a database. */
function readerOf(places: readonly TilePlace[]): ReadHash {
  return tileReader(places.flatMap(({ level, index }) => tiles.get(`${level}/${index}`) ?? []))
}

/** Milliseconds that a proof takes; entries from all over the log are proved. */
function proving(prove: (index: number) => boolean): string {
  const places = Array.from({ length: PROOFS }, (_, at) => Math.floor((at * LEAVES) / PROOFS))
  let proved = 0
  const took = seconds(() => {
    proved = places.filter((index) => prove(index)).length
  })
  if (proved !== PROOFS) throw new Error(`${PROOFS - proved} proofs do not hold`)
  return `${((took * 1000) / PROOFS).toFixed(2)} ms`
}

/** Seconds of processor time, which other work on the machine does not lengthen. */
function seconds(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}

function tell(what: string, took: number): void {
  const rate = Math.round(LEAVES / took / 1000)
  console.log(
    `${what}: ${took.toFixed(1)} s, ${rate},000 entries/s, ${(took / plain).toFixed(2)} of plain`,
  )
}
