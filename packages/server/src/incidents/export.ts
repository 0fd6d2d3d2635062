import type { IncidentExportQuery, ListedIncident } from '@vigil/contract/schemas'
import { FIELD_CLASSES, mostSensitive } from '@vigil/core/policy'
import type { Db } from '../db/transaction.ts'
import type { StreamedFile } from '../files.ts'
import type { Shown, SignedInActor } from '../http/handler.ts'
import { writeCsv } from '../sheets/csv.ts'
import { uuidV7 } from '../uuid.ts'
import { listIncidents } from './queries.ts'

/** Columns of the table, all of class S2 or below. */
const COLUMNS = ['operation', 'region', 'class', 'state', 'entity'] as const

/** The class of every table that is taken along: that of its most sensitive field (R-SEC-1). */
const EXPORT_CLASS = mostSensitive(COLUMNS.map((field) => FIELD_CLASSES[field]))

/** The incidents that may be taken along, as CSV; the register of disclosures keeps which, and why. */
export async function exportIncidents(
  tx: Db,
  { purpose, reason }: IncidentExportQuery,
  { actor, now }: { readonly actor: SignedInActor; readonly now: Date },
): Promise<Shown<StreamedFile>> {
  const wish = { actor, action: 'incident.export', ...(purpose && { purpose }) } as const
  const incidents = await listIncidents(tx, wish, {})
  const id = uuidV7(now)
  const disclosed = { action: 'incident.export', purpose: purpose ?? null, reason }
  await tx
    .insertInto('disclosure')
    .values({
      ...disclosed,
      id,
      at: now,
      actor: actor.id,
      class: EXPORT_CLASS,
      incidents: incidents.map((incident) => incident.id),
    })
    .execute()
  const answer = {
    name: `incidents-${EXPORT_CLASS}-${id}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    stream: writeCsv(toRows(incidents)),
  }
  const object = { type: 'disclosure', id } as const
  return { answer, sight: { object, class: EXPORT_CLASS, purpose: purpose ?? null } }
}

async function* toRows(incidents: readonly ListedIncident[]): AsyncGenerator<string[]> {
  yield ['id', 'recorded', ...COLUMNS]
  for (const incident of incidents) {
    yield [incident.id, incident.recordedAt, ...COLUMNS.map((column) => incident[column])]
  }
}
