import { isDeepStrictEqual } from 'node:util'
import type { BuriedKey } from '@vigil/core/keys'
import { Refusal } from '../refusal.ts'
import { type AskKeys, type KeyAnswer, LINES_AT_ONCE, StoreLine } from './protocol.ts'

/**
 * The whole key store as it leaves the installation, line by line (JSON, UTF-8): who opens it, keys of
 * keys, wrapped keys, and which keys were destroyed. It opens nothing without the custodian's passphrase
 * or identity, and no service has to be unlocked for it. Copies are to be kept for 30 days and no longer,
 * but for the newest: an older one would bring back what was erased since. Refuses where the keys were
 * wrapped anew meanwhile, under a key that stands in none of the lines.
 */
export async function* exportKeys(ask: AskKeys): AsyncGenerator<Uint8Array> {
  const begun = await exportFrom(ask, '')
  yield toBytes(begun.lines)
  for (let after = begun.next; after !== null;) {
    const page = await exportFrom(ask, after)
    yield toBytes(page.lines)
    after = page.next
  }
  const { lines } = await exportFrom(ask, '')
  if (!isDeepStrictEqual(wrappersOf(lines), wrappersOf(begun.lines))) {
    throw new Refusal('refusal.backup.keysChanged')
  }
  // Which keys belong together may have become more since the first line.
  yield toBytes(lines.filter(({ kind }) => kind === 'family'))
}

async function exportFrom(ask: AskKeys, after: string) {
  const answer: KeyAnswer<'export'> = await ask({ does: 'export', after })
  if (!answer.ok) throw new Refusal('refusal.backup.keys')
  return answer.value
}

/** What the keys of records are wrapped with. */
function wrappersOf(lines: readonly StoreLine[]): readonly StoreLine[] {
  return lines.filter(({ kind }) => kind === 'custody' || kind === 'kek')
}

function toBytes(lines: readonly StoreLine[]): Uint8Array {
  return Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}

/**
 * Takes a copy of a key store in: what is there stays, and what was destroyed stays destroyed, here or by
 * `destroyed` (keys whose tombstones stand in the log of the records). Refuses a copy of another
 * store. Gives how many lines were read. Throws where a line is none.
 */
export async function importKeys(
  ask: AskKeys,
  source: AsyncIterable<Uint8Array>,
  destroyed: readonly BuriedKey[] = [],
): Promise<number> {
  let taken = 0
  let lines: StoreLine[] = []
  const send = async () => {
    const answer = await ask({ does: 'import', lines })
    if (!answer.ok) throw new Refusal(REFUSALS[answer.problem === 'otherStore' ? 'other' : 'any'])
    taken += lines.length
    lines = []
  }
  for await (const line of burying(readLines(source), destroyed)) {
    lines.push(line)
    if (lines.length === LINES_AT_ONCE) await send()
  }
  if (lines.length > 0) await send()
  return taken
}

/** The first line says whose store it is; what must not come back goes in right behind it. */
async function* burying(
  lines: AsyncIterable<StoreLine>,
  destroyed: readonly BuriedKey[],
): AsyncGenerator<StoreLine> {
  let buried = destroyed
  for await (const line of lines) {
    yield line
    for (const { id, tombstone } of buried) yield { kind: 'destroyed', id, tombstone }
    buried = []
  }
}

const REFUSALS = {
  other: 'refusal.restore.otherKeys',
  any: 'refusal.restore.keys',
} as const

/** No line of a key store is longer, in characters. */
const LONGEST_LINE = 16_384

/** The lines of a copy. Throws a ZodError or a SyntaxError where one is none, or has no end. */
export async function* readLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<StoreLine> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of source) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LONGEST_LINE) throw new SyntaxError('A line has no end')
    for (const line of lines) yield StoreLine.parse(JSON.parse(line))
  }
  if (rest !== '') throw new SyntaxError('The last line is cut off')
}
