import { createHmac, randomBytes } from 'node:crypto'
import type { ProblemCode } from '@vigil/contract/problems'
import type { LoggedAction, LoggedObject } from '@vigil/contract/schemas'
import { canonicalJson, type Json } from '@vigil/core/log'
import {
  Action,
  actsFor,
  type ActingGrant,
  POLICY_VERSION,
  type Purpose,
  type SensitivityClass,
} from '@vigil/core/policy'
import type { Db } from '../db/transaction.ts'
import { uuidV7 } from '../uuid.ts'

/** What an entry is about. */
export interface AuditObject {
  readonly type: LoggedObject
  readonly id: string
}

/** For whom an officer in charge acted, where the record says more about it than the action alone. */
interface InCharge {
  readonly actingFor?: string | null
}

/** What was written. Of `change` only a salted commitment is kept. */
export interface Change extends InCharge {
  readonly object: AuditObject
  readonly change: Json
}

/** What was seen, and what for. The log keeps no word of it. */
export interface Sight extends InCharge {
  /** Null where it is of many things, or of none by itself. */
  readonly object: AuditObject | null
  readonly class: SensitivityClass
  readonly purpose: Purpose | null
}

/** Who acts, by which session, and with which grants where it is known. */
export interface AuditActor {
  readonly id: string
  readonly sessionId: string
  readonly grants?: readonly ActingGrant[]
}

/** Who acts, when, and in answer to which request; without a request it was the command line. */
export interface Circumstances {
  readonly at: Date
  readonly actor: AuditActor | null
  readonly requestId: string | null
}

/** An act that was done, one that was refused with a reason, or the sight of something. */
export type AuditEntry = Circumstances & { readonly action: LoggedAction } & (
    | Change
    | Sight
    | { readonly object: AuditObject | null; readonly refusal: ProblemCode }
  )

/**
 * Adds one entry to the audit log, in the transaction of the write it belongs to: where it fails, the
 * write fails.
 *
 * The leaf of a Merkle log that is to stand behind the table is the canonical JSON (RFC 8785) of the
 * row without `seq`, its columns as members, times in ISO 8601, the commitment in base64url. A row
 * holds pseudonymous ids and no content, so a leaf can stay when the record it speaks of must go.
 */
export async function record(tx: Db, entry: AuditEntry): Promise<void> {
  const { at, actor, requestId, action, object } = entry
  await tx
    .insertInto('audit_entry')
    .values({
      id: uuidV7(at),
      at,
      actor: actor?.id ?? null,
      session: actor?.sessionId ?? null,
      action,
      object_type: object?.type ?? null,
      object_id: object?.id ?? null,
      policy_version: POLICY_VERSION,
      request_id: requestId,
      acting_for: actingFor(entry),
      ...(await describe(tx, entry)),
    })
    .execute()
}

/** The absent person without whose grants the act could not have been done, if there is one. */
function actingFor(entry: AuditEntry): string | null {
  if ('actingFor' in entry && entry.actingFor !== undefined) return entry.actingFor
  const action = Action.safeParse(entry.action)
  const { id, grants } = entry.actor ?? {}
  if (!action.success || id === undefined || grants === undefined) return null
  return actsFor({ actor: { id, grants }, action: action.data })
}

async function describe(tx: Db, entry: AuditEntry) {
  if ('refusal' in entry) return { decision: 'refused', reason: entry.refusal }
  if ('change' in entry) return { decision: 'allowed', commitment: await commit(tx, entry) }
  return { decision: 'allowed', class: entry.class, purpose: entry.purpose }
}

/** HMAC-SHA-256 under the record's salt over the canonical JSON of the change. */
async function commit(tx: Db, { object, change }: Change): Promise<Buffer> {
  const salt = await ensureSalt(tx, object)
  return createHmac('sha256', salt).update(canonicalJson(change)).digest()
}

/** One salt a record: to forget the record, its salt is deleted and its commitments say nothing more. */
async function ensureSalt(tx: Db, { type, id }: AuditObject): Promise<Buffer> {
  await tx
    .insertInto('record_salt')
    .values({ object_type: type, object_id: id, salt: randomBytes(32) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { salt } = await tx
    .selectFrom('record_salt')
    .select('salt')
    .where('object_type', '=', type)
    .where('object_id', '=', id)
    .executeTakeFirstOrThrow()
  return salt
}
