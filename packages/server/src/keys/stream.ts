import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { type AskKeys, type KeyAnswer, LINES_AT_ONCE, StoreLine } from './protocol.ts'
import { refuseKeys } from './refuse.ts'

/**
 * The whole key store as it leaves the installation, line by line (JSON, UTF-8): who opens it, keys of
 * keys, wrapped keys, and which keys were destroyed. It opens nothing without the custodian's passphrase
 * or identity, and no service has to be unlocked for it. Copies are to be kept for 30 days and no longer,
 * but for the newest: an older one would bring back what was erased since.
 */
export async function* exportKeys(ask: AskKeys): AsyncGenerator<Uint8Array> {
  for (let after: string | null = ''; after !== null;) {
    const answer: KeyAnswer<'export'> = await ask({ does: 'export', after })
    if (!answer.ok) return refuseKeys(answer)
    const lines = answer.value.lines.map((line) => `${JSON.stringify(line)}\n`)
    yield Buffer.from(lines.join(''))
    after = answer.value.next
  }
}

/**
 * Takes a copy of a key store in: what is there stays, and what was destroyed stays destroyed, here or by
 * `destroyed` (ids of keys whose tombstones stand in the log of the records). Refuses a copy of another
 * store. Gives how many lines were read. Throws a ZodError on a line that is none.
 */
export async function importKeys(
  ask: AskKeys,
  source: AsyncIterable<Uint8Array>,
  destroyed: readonly string[] = [],
): Promise<number> {
  let taken = 0
  const buried: StoreLine[] = destroyed.map((id) => ({ kind: 'destroyed', id }))
  let head: StoreLine[] = []
  const send = async (lines: readonly StoreLine[]) => {
    const answer = await ask({ does: 'import', lines: [...lines] })
    if (!answer.ok) refuseKeys(answer)
    taken += lines.length
  }
  const lines = createInterface({ input: Readable.from(source), crlfDelay: Infinity })
  for await (const line of lines) {
    head.push(StoreLine.parse(JSON.parse(line)))
    // The first line says whose store it is; what must not come back goes in right behind it.
    if (taken === 0 && head.length === 1) head.push(...buried.splice(0, LINES_AT_ONCE - 1))
    if (head.length >= LINES_AT_ONCE) {
      await send(head)
      head = buried.splice(0, LINES_AT_ONCE - 1)
    }
  }
  await send(head)
  return taken
}
