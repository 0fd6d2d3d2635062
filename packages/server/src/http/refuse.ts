import type { ProblemCode } from '@vigil/contract/problems'
import type { Problem } from '@vigil/contract/schemas'
import type { Message } from '@vigil/core/i18n'
import type { AuditObject } from '../audit/record.ts'

/** What a refusal may carry beside its code: members of the problem, and values for its sentence. */
export interface RefusalDetails extends Pick<Problem, 'documentId' | 'retryAfter' | 'fields'> {
  /** Values of the sentence's arguments, over and above those of the problem. */
  readonly values?: Readonly<Record<string, string | number>>
  /** The sentence of the problem, where the catalogue of records says more exactly why. */
  readonly why?: Message<'record'>
  /** Headers of the answer. */
  readonly headers?: Readonly<Record<string, string>>
  /** What the audit entry of the refusal is about. */
  readonly object?: AuditObject
}

/** A request that is refused; it becomes problem details. Thrown, so that a transaction rolls back. */
export class RequestRefused extends Error {
  readonly code: ProblemCode
  readonly details: RefusalDetails

  constructor(code: ProblemCode, details: RefusalDetails) {
    super(code)
    this.name = 'RequestRefused'
    this.code = code
    this.details = details
  }
}

/** Ends the request with the problem `code`. Inside `write`, nothing of the write remains. */
export function refuse(code: ProblemCode, details: RefusalDetails = {}): never {
  throw new RequestRefused(code, details)
}
