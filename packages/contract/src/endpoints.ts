import type { Action } from '@vigil/core/policy'
import { DocumentLanguage } from '@vigil/core/documents'
import { z } from 'zod'
import type { ProblemCode } from './problems.ts'
import {
  Document,
  DocumentCorrection,
  DocumentId,
  DocumentList,
  DocumentListQuery,
  ImportOptions,
  Imported,
  Rendition,
  SearchQuery,
  SearchResult,
} from './schemas/document.ts'
import { Health } from './schemas/health.ts'
import { NewAccount, Session, SignIn } from './schemas/session.ts'

/** One thing the server can be asked: what goes in, what comes out, and who may ask. */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  /** Path with `{name}` for parameters, as in OpenAPI. */
  readonly path: string
  readonly summary: string
  /** What the policy must allow; null where anybody who reaches the server may ask. */
  readonly action: Action | null
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  /** A JSON body. */
  readonly body?: z.ZodType
  /** The fields that go with the uploaded part `file` of a multipart body. */
  readonly upload?: z.ZodObject
  readonly status: 200 | 201 | 204
  /** The answer's JSON, null for none, `bytes` for a file. */
  readonly answer: z.ZodType | null | 'bytes'
  /** Refusals beside those that every endpoint shares. */
  readonly problems: readonly ProblemCode[]
}

const oneDocument = z.object({ documentId: DocumentId })
const oneRendition = oneDocument.extend({ language: DocumentLanguage })

const READ_PROBLEMS = ['document.unknown'] as const
const FILE_PROBLEMS = [
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

/** The whole interface between browser, command line and server. */
export const ENDPOINTS = {
  health: {
    method: 'get',
    path: '/healthz',
    summary: 'Whether the server and its database answer',
    action: null,
    status: 200,
    answer: Health,
    problems: [],
  },
  readSession: {
    method: 'get',
    path: '/api/session',
    summary: 'Who is signed in here, or whether the first account is still to be made',
    action: null,
    status: 200,
    answer: Session,
    problems: [],
  },
  createFirstAccount: {
    method: 'post',
    path: '/api/setup',
    summary: 'Make the first account and sign in with it',
    action: null,
    body: NewAccount,
    status: 201,
    answer: Session,
    problems: ['setup.done'],
  },
  signIn: {
    method: 'post',
    path: '/api/session',
    summary: 'Sign in',
    action: null,
    body: SignIn,
    status: 200,
    answer: Session,
    problems: ['session.wrong', 'session.throttled'],
  },
  signOut: {
    method: 'delete',
    path: '/api/session',
    summary: 'Sign out; the session ends at once everywhere it is used',
    action: null,
    status: 204,
    answer: null,
    problems: [],
  },
  listDocuments: {
    method: 'get',
    path: '/api/documents',
    summary: 'Documents held, newest first',
    action: 'document.read',
    query: DocumentListQuery,
    status: 200,
    answer: DocumentList,
    problems: [],
  },
  importDocument: {
    method: 'post',
    path: '/api/documents',
    summary: 'Bring in a file: keep it byte for byte and read it',
    action: 'document.import',
    upload: ImportOptions,
    status: 201,
    answer: Imported,
    problems: [
      ...FILE_PROBLEMS,
      'document.unknown',
      'document.held',
      'document.sameFile',
      'document.sameFileRemoved',
      'document.languageUnknown',
    ],
  },
  readDocument: {
    method: 'get',
    path: '/api/documents/{documentId}',
    summary: 'One document and the languages it is held in',
    action: 'document.read',
    params: oneDocument,
    status: 200,
    answer: Document,
    problems: READ_PROBLEMS,
  },
  correctDocument: {
    method: 'patch',
    path: '/api/documents/{documentId}',
    summary: 'Put symbol, kind, title or dates right',
    action: 'document.correct',
    params: oneDocument,
    body: DocumentCorrection,
    status: 200,
    answer: Document,
    problems: [...READ_PROBLEMS, 'document.held'],
  },
  removeDocument: {
    method: 'delete',
    path: '/api/documents/{documentId}',
    summary: 'Take a document out of lists and search; it can be put back',
    action: 'document.remove',
    params: oneDocument,
    status: 200,
    answer: Document,
    problems: READ_PROBLEMS,
  },
  restoreDocument: {
    method: 'post',
    path: '/api/documents/{documentId}/restore',
    summary: 'Put a removed document back',
    action: 'document.remove',
    params: oneDocument,
    status: 200,
    answer: Document,
    problems: [...READ_PROBLEMS, 'document.held'],
  },
  readRendition: {
    method: 'get',
    path: '/api/documents/{documentId}/renditions/{language}',
    summary: 'What is read in one language: extracted text, repairs, paragraphs',
    action: 'document.read',
    params: oneRendition,
    status: 200,
    answer: Rendition,
    problems: [...READ_PROBLEMS, 'document.languageMissing'],
  },
  readOriginal: {
    method: 'get',
    path: '/api/documents/{documentId}/renditions/{language}/original',
    summary: 'The file as it came in, byte for byte, as a download',
    action: 'document.read',
    params: oneRendition,
    status: 200,
    answer: 'bytes',
    problems: [...READ_PROBLEMS, 'document.languageMissing'],
  },
  search: {
    method: 'get',
    path: '/api/search',
    summary: 'Paragraphs and documents that contain the words',
    action: 'document.read',
    query: SearchQuery,
    status: 200,
    answer: SearchResult,
    problems: [],
  },
} as const satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof ENDPOINTS
