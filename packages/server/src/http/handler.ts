import type { ENDPOINTS, Endpoint, EndpointName } from '@vigil/contract/endpoints'
import type { Account, LoggedAction } from '@vigil/contract/schemas'
import type { ClockBound } from '@vigil/core/keys'
import type { Actor, Purpose } from '@vigil/core/policy'
import type { z } from 'zod'
import type { AuditActor, Change, Sight } from '../audit/record.ts'
import type { Db } from '../db/transaction.ts'
import type { FileAnswer, UploadedFile } from '../files.ts'

/** Who is signed in, and by which session. */
export interface SignedInActor extends Actor {
  readonly sessionId: string
  readonly account: Account
  /** When it was last proven who it is. */
  readonly provenAt: Date
  /** When the session ends unless it is used, and at last in any case. */
  readonly expiresAt: Date
}

/** What `work` hands to `write`: the answer, and what the audit log keeps of the change. */
export interface Written<Answer> extends Change {
  readonly answer: Answer
  /** Who acted, where nobody was signed in before. */
  readonly actor?: AuditActor
  /** What the log calls it, where it is not what was asked for. */
  readonly action?: LoggedAction
}

declare const done: unique symbol

/** An answer after a write that is in the audit log; only `write` and `nothingToWrite` make one. */
export interface Done<Answer> {
  readonly answer: Answer
  readonly [done]: true
}

/** The answer of a write that found nothing to do, such as signing out when signed out. */
export function nothingToWrite<Answer>(answer: Answer): Done<Answer> {
  return { answer } as Done<Answer>
}

/**
 * Does `work` in one transaction together with its audit entry and commits before it returns. Where
 * the entry cannot be written, nothing is written.
 */
export type Write = <Answer>(work: (tx: Db) => Promise<Written<Answer>>) => Promise<Done<Answer>>

/** What `work` hands to `read`: the answer, and what the log keeps of its being seen, if it must. */
export interface Shown<Answer> {
  readonly answer: Answer
  readonly sight: Sight | null
}

/**
 * Reads what is protected on the actor's behalf: in one transaction in which the database knows whose
 * it is, together with the entry in the log. Where the entry cannot be written, nothing is shown.
 */
export type Read = <Answer>(
  purpose: Purpose | undefined,
  work: (tx: Db) => Promise<Shown<Answer>>,
) => Promise<Answer>

type Parsed<Schema> = Schema extends z.ZodType ? z.infer<Schema> : undefined
type SchemaOf<E extends Endpoint, Part extends keyof Endpoint> = Part extends keyof E
  ? E[Part]
  : undefined

/** A request that has passed origin check, policy and schemas. */
export interface Asked<E extends Endpoint> {
  readonly params: Parsed<SchemaOf<E, 'params'>>
  readonly query: Parsed<SchemaOf<E, 'query'>>
  readonly body: Parsed<SchemaOf<E, 'body'>>
  /** The fields that came with `file`. */
  readonly upload: Parsed<SchemaOf<E, 'upload'>>
  readonly file: SchemaOf<E, 'upload'> extends z.ZodType ? UploadedFile : undefined
  /** Null only where the endpoint is open to anybody. */
  readonly actor: E['action'] extends null ? SignedInActor | null : SignedInActor
  readonly now: Date
  /** For reading what is not protected row by row. */
  readonly db: Db
  readonly read: Read
  readonly write: Write
  /** Refuses what goes by the clock while something speaks against it. */
  readonly checkClock: (what: ClockBound) => Promise<void>
  /** Network address of the caller, and the port it came in by, as the socket says. */
  readonly address: string
  readonly port: number | undefined
  /** What the browser says of itself, which may be anything. */
  readonly userAgent: string
  /** A cookie that came with the request. */
  readonly cookie: (name: string) => string | undefined
  /** Headers of the answer, to be added to. */
  readonly headers: Headers
}

type AnswerOf<E extends Endpoint> = E['answer'] extends z.ZodType
  ? z.input<E['answer']>
  : E['answer'] extends 'bytes'
    ? FileAnswer
    : null

/** Reads answer with the value; writes with what `write` gave, so that none escapes the audit log. */
type Handler<E extends Endpoint> = (
  asked: Asked<E>,
) => Promise<E['method'] extends 'get' ? AnswerOf<E> : Done<AnswerOf<E>>>

/** One handler for every endpoint of the contract. */
export type Handlers = { readonly [Name in EndpointName]: Handler<(typeof ENDPOINTS)[Name]> }
