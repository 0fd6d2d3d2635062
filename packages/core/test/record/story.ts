import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import {
  type Action,
  compareVersions,
  Deed,
  type IncidentRecord,
} from '../../src/incident/index.ts'

/** The incident that all stories are about. */
export const INCIDENT = 'INC-1'

const Told = z.looseObject({
  id: z.string(),
  by: z.string(),
  for: z.string().optional(),
  on: z.iso.date(),
  received: z.iso.date().optional(),
  incident: z.string().optional(),
})

/** What stories leave out, so that they can be read. */
const DEFAULTS: Readonly<Record<string, object>> = {
  add: { category: null },
  set: { replaces: [], stands: 0 },
  correct: { on: '', replaces: [], reason: 'T-reason' },
  link: { linked: true, replaces: [] },
  duplicate: { reason: 'T-reason', replaces: [] },
  void: { voided: true, reason: 'T-reason', replaces: [] },
  withdraw: { reason: 'T-reason' },
  redact: { reason: 'T-reason' },
  stop: { on: '', stopped: true, replaces: [] },
  sendBack: { on: '', reason: 'T-reason', replaces: [], round: 1 },
  stateComment: { on: '', violation: null },
  import: { replaces: [], verifiedNotLaterThan: null, file: 'a'.repeat(64), row: '2' },
  decide: { on: '' },
  attempt: {
    on: '',
    requestedOn: null,
    answeredOn: null,
    refusedBy: null,
    area: null,
    alternatives: [],
    nextReviewOn: null,
  },
}

/**
 * One line of a story: who did what on which day; the deed stands beside it. `day` is the day that the
 * deed itself speaks of, where it is another than that on which it was entered.
 */
export const Line = Told.transform(({ id, by, for: absent, on, received, incident, ...told }) => {
  const { day = on, ...given } = told
  const deed = { ...DEFAULTS[String(given['kind'])], ...given }
  return {
    id,
    incident: incident ?? INCIDENT,
    by,
    for: absent ?? null,
    made: on,
    received: received ?? on,
    deed: Deed.parse('on' in deed ? { ...deed, on: day } : deed),
  }
})

/** The actions of a story; those of one day are made one after the other, as they are told. */
export function actionsIn(lines: readonly z.infer<typeof Line>[]): Action[] {
  return lines.map(({ made, received, ...line }, at) => {
    const time = `T08:${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}Z`
    return { ...line, madeAt: made + time, receivedAt: received + time }
  })
}

/** Reads a file of vectors of `folder`. */
export function vectors<Schema extends z.ZodType>(
  folder: 'record' | 'verification',
  name: string,
  schema: Schema,
): z.infer<Schema> {
  const file = join(import.meta.dirname, '../../vectors', folder, `${name}.json`)
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** Every field of a record by its subject and name, such as `V-1 weapon`. */
export function fieldsIn(record: IncidentRecord | undefined): Record<string, unknown> {
  return Object.fromEntries(
    compareVersions(undefined, record).map(({ subject, field, after }) => [
      `${subject} ${field}`,
      after,
    ]),
  )
}
