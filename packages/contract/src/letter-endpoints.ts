import { Draft } from '@vigil/core/letters'
import { z } from 'zod'
import { CLAUSE_PROBLEMS, type Endpoint, FILE_PROBLEMS, LONG_BODY } from './endpoint.ts'
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

const oneLetter = z.object({ letterId: LetterId })
const oneVersion = oneLetter.extend({ version: z.coerce.number().int().min(1).max(1_000_000) })

const LETTER_PROBLEMS = ['letter.unknown'] as const
const DRAFT_PROBLEMS = [
  'letter.envelopeUnknown',
  'letter.noPoints',
  'letter.languageMissing',
  'letter.blockUnknown',
  'letter.alternativeUnknown',
] as const

/** Letters drafted from documents. */
export const LETTER_ENDPOINTS = {
  previewLetter: {
    method: 'post',
    path: '/api/letters/preview',
    summary: 'Draft a letter without keeping it',
    action: 'letter.draft',
    reads: 'get',
    body: LetterRequest,
    bodyBytes: LONG_BODY,
    status: 200,
    answer: Draft,
    problems: [...CLAUSE_PROBLEMS, ...DRAFT_PROBLEMS],
  },
  createLetter: {
    method: 'post',
    path: '/api/letters',
    summary: 'Draft a letter and keep it as version 1',
    action: 'letter.draft',
    reads: 'get',
    body: LetterRequest,
    bodyBytes: LONG_BODY,
    status: 201,
    answer: Letter,
    problems: [...CLAUSE_PROBLEMS, ...DRAFT_PROBLEMS],
  },
  listLetters: {
    method: 'get',
    path: '/api/letters',
    summary: 'Letters of documents held, newest first',
    action: 'letter.read',
    reads: 'list',
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
    reads: 'get',
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
    reads: 'get',
    params: oneLetter,
    body: LetterRevision,
    bodyBytes: LONG_BODY,
    status: 201,
    answer: Letter,
    problems: [...LETTER_PROBLEMS, 'letter.changed', ...CLAUSE_PROBLEMS, ...DRAFT_PROBLEMS],
  },
  readLetterVersion: {
    method: 'get',
    path: '/api/letters/{letterId}/versions/{version}',
    summary: 'One version of a letter whole',
    action: 'letter.read',
    reads: 'history',
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
    reads: 'export',
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
    reads: 'get',
    params: oneVersion,
    upload: LetterUpload,
    status: 201,
    answer: LetterReturn,
    problems: [...LETTER_PROBLEMS, ...FILE_PROBLEMS],
  },
} as const satisfies Record<string, Endpoint>
