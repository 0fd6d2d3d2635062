import { OWN_ACTS, type OwnAct } from '@vigil/core/factors'
import { Action, LogView, Purpose, SensitivityClass } from '@vigil/core/policy'
import { z } from 'zod'
import { Reason } from './incident.ts'

const OWN = Object.keys(OWN_ACTS) as readonly OwnAct[]

/** Everything the log may name: what the policy decides on, and what needs no role. */
export const LoggedAction = z.enum([
  ...Action.options,
  ...OWN,
  'passkey.suspect',
  'account.create',
  'account.declareSecond',
  'account.reopen',
  'account.renewPassphrase',
  'handover.done',
  'session.open',
  'session.close',
  'identity.tombstone',
  'identity.destroyed',
  'identity.reencrypted',
  'identity.keyRetired',
  'keys.alarm',
  'keys.setUp',
  'keys.rotate',
  'keys.addCustodian',
  'keys.endCustodian',
  'keys.restore',
])
export type LoggedAction = z.infer<typeof LoggedAction>

/** What an entry can be about. */
export const LoggedObject = z.enum([
  'account',
  'session',
  'passkey',
  'document',
  'letter',
  'incident',
  'disclosure',
  'taskforce',
  'duty',
  'invitation',
  'identity',
  'erasure',
  'keys',
])
export type LoggedObject = z.infer<typeof LoggedObject>

/** Somebody as the log shows them: the account, and its name where there still is one. */
const Person = z.object({ id: z.uuid(), name: z.string().nullable() })

/** Which part of the log is looked at. Days are those of UTC, both included. */
export const LogFilter = z.object({
  view: LogView.default('everything'),
  /** The id of a record, whatever it is. */
  record: z.uuid().optional(),
  person: z.uuid().optional(),
  action: LoggedAction.optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
})
export type LogFilter = z.infer<typeof LogFilter>

const Limit = z.coerce.number().int().min(1).max(200).default(50)
/** Where a page ends: the place of its last row in the order of writing. */
const Place = z.coerce.number().int().min(0)

export const LogQuery = LogFilter.extend({ after: Place.optional(), limit: Limit })
export type LogQuery = z.infer<typeof LogQuery>

export const LogExportQuery = LogFilter.extend({ reason: Reason })
export type LogExportQuery = z.infer<typeof LogExportQuery>

export const LogFormat = z.enum(['csv', 'json'])
export type LogFormat = z.infer<typeof LogFormat>

export const LoggedEntry = z
  .object({
    id: z.uuid(),
    /** Its place in the log, from 0; null until it has one, which takes a second. */
    number: z.int().min(0).nullable(),
    at: z.iso.datetime(),
    /** Null where nobody was known, or the command line acted. */
    person: Person.nullable(),
    /** The absent person for whom an officer in charge acted. */
    actingFor: Person.nullable(),
    action: z.string(),
    object: z.object({ type: z.string(), id: z.uuid().nullable() }).nullable(),
    purpose: Purpose.nullable(),
    class: SensitivityClass.nullable(),
    decision: z.enum(['allowed', 'refused']),
    /** The code of the refusal. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'LoggedEntry', description: 'Who did or saw what, when; nothing of it' })
export type LoggedEntry = z.infer<typeof LoggedEntry>

export const LogPage = z
  .object({ entries: z.array(LoggedEntry), next: Place.nullable() })
  .meta({ id: 'LogPage', description: 'Newest first; next is null at the end' })
export type LogPage = z.infer<typeof LogPage>

export const LogPeople = z
  .object({ people: z.array(Person) })
  .meta({ id: 'LogPeople', description: 'Whose entries the log can be asked for' })
export type LogPeople = z.infer<typeof LogPeople>

export const DisclosureQuery = LogFilter.omit({ view: true, action: true }).extend({
  after: z.uuid().optional(),
  limit: Limit,
})
export type DisclosureQuery = z.infer<typeof DisclosureQuery>

export const DisclosureList = z
  .object({
    disclosures: z.array(
      z.object({
        id: z.uuid(),
        at: z.iso.datetime(),
        person: Person,
        action: z.string(),
        purpose: Purpose.nullable(),
        reason: z.string(),
        class: SensitivityClass,
        /** How many records were taken along. */
        records: z.int().min(0),
      }),
    ),
    next: z.uuid().nullable(),
  })
  .meta({ id: 'DisclosureList', description: 'Who took what along, and why; newest first' })
export type DisclosureList = z.infer<typeof DisclosureList>

/** Every checkpoint, or the last of each day of UTC. */
export const CheckpointPace = z.enum(['every', 'day'])
export type CheckpointPace = z.infer<typeof CheckpointPace>

export const CheckpointQuery = z.object({
  each: CheckpointPace.default('every'),
  after: Place.optional(),
  limit: Limit,
})
export type CheckpointQuery = z.infer<typeof CheckpointQuery>

export const ListedCheckpoint = z
  .object({
    number: z.int().min(0),
    at: z.iso.datetime(),
    /** How many entries the log had. */
    size: z.int().min(1),
    /** In hexadecimal. */
    root: z.string().regex(/^[0-9a-f]{64}$/),
    /** The same as it is printed and typed (`./vigil check --checkpoint`). */
    typed: z.string(),
    /** The signed note, as it is kept elsewhere. */
    note: z.string(),
    /** Whether the log's key signed it, and signed what is said here. */
    isGenuine: z.boolean(),
  })
  .meta({ id: 'ListedCheckpoint' })
export type ListedCheckpoint = z.infer<typeof ListedCheckpoint>

export const CheckpointList = z
  .object({
    /** Name and public key of the log; null while it is empty. */
    log: z.object({ name: z.string(), key: z.string() }).nullable(),
    checkpoints: z.array(ListedCheckpoint),
    next: Place.nullable(),
  })
  .meta({ id: 'CheckpointList', description: 'What the log stated about itself; newest first' })
export type CheckpointList = z.infer<typeof CheckpointList>
