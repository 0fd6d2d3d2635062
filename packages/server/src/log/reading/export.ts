import type { LoggedEntry, LogExportQuery, LogFormat } from '@vigil/contract/schemas'
import { LOG_CLASS } from '@vigil/core/policy'
import type { Db } from '../../db/transaction.ts'
import type { FileAnswer } from '../../files.ts'
import type { Shown, SignedInActor } from '../../http/handler.ts'
import { refuse } from '../../http/refuse.ts'
import type { Cell } from '../../sheets/cell.ts'
import { writeCsv } from '../../sheets/csv.ts'
import { uuidV7 } from '../../uuid.ts'
import { findNewest } from './checkpoints.ts'
import { findEntries } from './entries.ts'

/** As many entries as one file holds. */
const MOST_ENTRIES = 50_000

/** Who takes entries along, when, and in which form. */
interface Taking {
  readonly actor: SignedInActor
  readonly now: Date
  readonly format: LogFormat
}

/** Entries as a file that names the checkpoint of its moment; the register of disclosures keeps why. */
export async function exportLog(
  tx: Db,
  { reason, ...filter }: LogExportQuery,
  { actor, now, format }: Taking,
): Promise<Shown<FileAnswer>> {
  const { entries } = await findEntries(tx, { ...filter, limit: MOST_ENTRIES + 1 })
  if (entries.length > MOST_ENTRIES) refuse('log.tooMany')
  const id = uuidV7(now)
  const disclosed = { id, at: now, actor: actor.id, action: 'log.export', class: LOG_CLASS }
  await tx
    .insertInto('disclosure')
    .values({ ...disclosed, purpose: null, reason, incidents: [] })
    .execute()
  const checkpoint = await findNewest(tx)
  const content = { at: now.toISOString(), filter, checkpoint, entries }
  const answer = format === 'csv' ? toCsv(id, content) : toJson(id, content)
  return { answer, sight: { object: { type: 'disclosure', id }, class: LOG_CLASS, purpose: null } }
}

interface Content {
  readonly at: string
  readonly filter: Omit<LogExportQuery, 'reason'>
  readonly checkpoint: Awaited<ReturnType<typeof findNewest>>
  readonly entries: readonly LoggedEntry[]
}

function toJson(id: string, content: Content): FileAnswer {
  const text = `${JSON.stringify({ format: 'vigil-log/1', ...content }, null, 2)}\n`
  return {
    name: `log-${LOG_CLASS}-${id}.json`,
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(text),
  }
}

function toCsv(id: string, content: Content): FileAnswer {
  return {
    name: `log-${LOG_CLASS}-${id}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    stream: writeCsv(toRows(content)),
  }
}

const COLUMNS = [
  'number',
  'id',
  'at',
  'person',
  'personId',
  'actingFor',
  'actingForId',
  'action',
  'object',
  'objectId',
  'purpose',
  'class',
  'decision',
  'reason',
] as const

/** The last row is the checkpoint: without it the file could be of any log. */
async function* toRows({ entries, checkpoint }: Content): AsyncGenerator<Cell[]> {
  yield [...COLUMNS]
  for (const entry of entries) {
    const cells = toCells(entry)
    yield COLUMNS.map((column) => cells[column])
  }
  if (checkpoint) yield ['checkpoint', checkpoint.typed, checkpoint.at]
}

const NOBODY = { id: null, name: null }

function toCells({
  person,
  actingFor,
  object,
  ...entry
}: LoggedEntry): Record<(typeof COLUMNS)[number], Cell> {
  const [who, absent] = [person ?? NOBODY, actingFor ?? NOBODY]
  return {
    ...entry,
    person: who.name,
    personId: who.id,
    actingFor: absent.name,
    actingForId: absent.id,
    object: object?.type ?? null,
    objectId: object?.id ?? null,
  }
}
