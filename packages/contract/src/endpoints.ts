import type { Action } from '@vigil/core/policy'
import { DocumentLanguage } from '@vigil/core/documents'
import { Draft } from '@vigil/core/letters'
import { z } from 'zod'
import type { ProblemCode } from './problems.ts'
import { ActionExportQuery, ActionFormat, ActionList, ActionListQuery } from './schemas/action.ts'
import {
  ClauseCorrection,
  Corrected,
  CorrectionId,
  CorrectionList,
  RenditionAnnotation,
} from './schemas/clause.ts'
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
import {
  Letter,
  LetterFormat,
  LetterId,
  LetterList,
  LetterListQuery,
  LetterRequest,
  LetterReturn,
  LetterRevision,
  LetterUpload,
  LetterVersion,
} from './schemas/letter.ts'
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

const oneDocument = z.object({ documentId: DocumentId })
const oneRendition = oneDocument.extend({ language: DocumentLanguage })

const oneLetter = z.object({ letterId: LetterId })
const oneVersion = oneLetter.extend({ version: z.coerce.number().int().positive() })

/** Bodies that hold texts of a document. */
const LONG_BODY = 2 * 1024 * 1024

const READ_PROBLEMS = ['document.unknown'] as const
const RENDITION_PROBLEMS = [...READ_PROBLEMS, 'document.languageMissing'] as const
const LETTER_PROBLEMS = ['letter.unknown'] as const
const DRAFT_PROBLEMS = [
  'letter.envelopeUnknown',
  'letter.noPoints',
  'letter.languageMissing',
  'letter.blockUnknown',
  'letter.alternativeUnknown',
] as const
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
    problems: RENDITION_PROBLEMS,
  },
  readOriginal: {
    method: 'get',
    path: '/api/documents/{documentId}/renditions/{language}/original',
    summary: 'The file as it came in, byte for byte, as a download',
    action: 'document.read',
    params: oneRendition,
    status: 200,
    answer: 'bytes',
    problems: RENDITION_PROBLEMS,
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
  readAnnotation: {
    method: 'get',
    path: '/api/documents/{documentId}/renditions/{language}/annotation',
    summary: 'Messages, clauses with corrections, views and citations of one rendition',
    action: 'document.read',
    params: oneRendition,
    status: 200,
    answer: RenditionAnnotation,
    problems: RENDITION_PROBLEMS,
  },
  correctClause: {
    method: 'post',
    path: '/api/documents/{documentId}/renditions/{language}/corrections',
    summary: 'Split or merge a clause, set what it is, or mark it as reviewed',
    action: 'clause.correct',
    params: oneRendition,
    body: ClauseCorrection,
    bodyBytes: LONG_BODY,
    status: 201,
    answer: Corrected,
    problems: [
      ...RENDITION_PROBLEMS,
      'clause.unknown',
      'clause.changed',
      'clause.cutOutside',
      'clause.noNext',
      'clause.nothingNew',
    ],
  },
  undoCorrection: {
    method: 'post',
    path: '/api/documents/{documentId}/corrections/{correctionId}/undo',
    summary: 'Take a correction back; that is a correction too and can be taken back',
    action: 'clause.correct',
    params: oneDocument.extend({ correctionId: CorrectionId }),
    status: 201,
    answer: Corrected,
    problems: [...RENDITION_PROBLEMS, 'correction.unknown', 'correction.undone'],
  },
  listCorrections: {
    method: 'get',
    path: '/api/documents/{documentId}/corrections',
    summary: 'Who corrected which clause, when, and what stood there before and after',
    action: 'document.read',
    params: oneDocument,
    status: 200,
    answer: CorrectionList,
    problems: READ_PROBLEMS,
  },
  listActions: {
    method: 'get',
    path: '/api/actions',
    summary: 'Clauses of all documents held, with counts for every filter',
    action: 'document.read',
    query: ActionListQuery,
    status: 200,
    answer: ActionList,
    problems: [],
  },
  exportActions: {
    method: 'get',
    path: '/api/actions/export/{format}',
    summary: 'The same list, whole, as a spreadsheet',
    action: 'document.read',
    params: z.object({ format: ActionFormat }),
    query: ActionExportQuery,
    status: 200,
    answer: 'bytes',
    problems: ['actions.tooMany'],
  },
  previewLetter: {
    method: 'post',
    path: '/api/letters/preview',
    summary: 'Draft a letter without keeping it',
    action: 'letter.draft',
    body: LetterRequest,
    bodyBytes: LONG_BODY,
    status: 200,
    answer: Draft,
    problems: [...RENDITION_PROBLEMS, ...DRAFT_PROBLEMS],
  },
  createLetter: {
    method: 'post',
    path: '/api/letters',
    summary: 'Draft a letter and keep it as version 1',
    action: 'letter.draft',
    body: LetterRequest,
    bodyBytes: LONG_BODY,
    status: 201,
    answer: Letter,
    problems: [...RENDITION_PROBLEMS, ...DRAFT_PROBLEMS],
  },
  listLetters: {
    method: 'get',
    path: '/api/letters',
    summary: 'Letters of documents held, newest first',
    action: 'letter.read',
    query: LetterListQuery,
    status: 200,
    answer: LetterList,
    problems: [],
  },
  readLetter: {
    method: 'get',
    path: '/api/letters/{letterId}',
    summary: 'One letter: its latest version, its history, what was handed back',
    action: 'letter.read',
    params: oneLetter,
    status: 200,
    answer: Letter,
    problems: LETTER_PROBLEMS,
  },
  reviseLetter: {
    method: 'post',
    path: '/api/letters/{letterId}/versions',
    summary: 'Draft the letter again with other facts and choices, as its next version',
    action: 'letter.draft',
    params: oneLetter,
    body: LetterRevision,
    bodyBytes: LONG_BODY,
    status: 201,
    answer: Letter,
    problems: [...LETTER_PROBLEMS, 'letter.changed', 'document.languageMissing', ...DRAFT_PROBLEMS],
  },
  readLetterVersion: {
    method: 'get',
    path: '/api/letters/{letterId}/versions/{version}',
    summary: 'One version of a letter whole',
    action: 'letter.read',
    params: oneVersion,
    status: 200,
    answer: LetterVersion,
    problems: LETTER_PROBLEMS,
  },
  downloadLetter: {
    method: 'get',
    path: '/api/letters/{letterId}/versions/{version}/file/{format}',
    summary: 'One version of a letter as a file',
    action: 'letter.read',
    params: oneVersion.extend({ format: LetterFormat }),
    status: 200,
    answer: 'bytes',
    problems: [...LETTER_PROBLEMS, 'letter.noTypeface'],
  },
  returnLetter: {
    method: 'post',
    path: '/api/letters/{letterId}/versions/{version}/returns',
    summary:
      'Hand back an edited letter, or the letter as sent, and compare it sentence by sentence',
    action: 'letter.draft',
    params: oneVersion,
    upload: LetterUpload,
    status: 201,
    answer: LetterReturn,
    problems: [...LETTER_PROBLEMS, ...FILE_PROBLEMS],
  },
} as const satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof ENDPOINTS
