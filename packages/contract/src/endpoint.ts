import type { Action } from '@vigil/core/policy'
import { DocumentLanguage } from '@vigil/core/documents'
import { z } from 'zod'
import type { ProblemCode } from './problems.ts'
import { DocumentId } from './schemas/document.ts'

/**
 * A way on which something that is held can come out, by an answer or by what it gives away; each is a
 * door of its own, and tested as one.
 */
type ReadPath = 'get' | 'list' | 'search' | 'count' | 'history' | 'audit' | 'export'

/** One thing the server can be asked: what goes in, what comes out, and who may ask. */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  /** Path with `{name}` for parameters, as in OpenAPI. */
  readonly path: string
  readonly summary: string
  /**
   * What the policy must allow; `own` where whoever is signed in may ask, about their own account alone;
   * null where anybody who reaches the server may ask.
   */
  readonly action: Action | 'own' | null
  /** Which door the answer is; null where nothing that is held comes out. */
  readonly reads: ReadPath | null
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  /** A JSON body. */
  readonly body?: z.ZodType
  /** Most bytes of the body, where it may have more than 64 KiB. */
  readonly bodyBytes?: number
  /** The fields that go with the uploaded part `file` of a multipart body. */
  readonly upload?: z.ZodObject
  readonly status: 200 | 201 | 204
  /** The answer's JSON, null for none, `bytes` for a file. */
  readonly answer: z.ZodType | null | 'bytes'
  /** Refusals beside those that every endpoint shares. */
  readonly problems: readonly ProblemCode[]
}

/** Bodies that hold texts of a document. */
export const LONG_BODY = 2 * 1024 * 1024

/** Addresses of one document, and of one of its languages. */
export const oneDocument = z.object({ documentId: DocumentId })
export const oneRendition = oneDocument.extend({ language: DocumentLanguage })

/** Why a document, or a language of it, is not shown. */
export const READ_PROBLEMS = ['document.unknown'] as const
export const RENDITION_PROBLEMS = [...READ_PROBLEMS, 'document.languageMissing'] as const

/** Why the clauses of a text are not shown. */
export const CLAUSE_PROBLEMS = [...RENDITION_PROBLEMS, 'clause.tooSlow'] as const

/** Why a file is not taken. */
export const FILE_PROBLEMS = [
  'file.empty',
  'file.tooLarge',
  'file.unknownType',
  'file.wrongEncoding',
  'file.encrypted',
  'file.noText',
  'file.damaged',
  'file.bomb',
  'file.tooSlow',
  'file.tooLong',
] as const
