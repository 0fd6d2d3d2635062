import type { ClauseCorrection } from '@vigil/contract/schemas'
import type { Corrected } from '@vigil/contract/schemas'
import type { Correction, DocumentLanguage } from '@vigil/core/documents'
import type { z } from 'zod'
import type { Db } from '../db/transaction.ts'
import { lockDocument } from '../documents/held.ts'
import type { Written } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import { uuidV7 } from '../uuid.ts'
import { toAnnotationAnswer } from './answer.ts'
import type { Proposal } from './job.ts'
import { listRendition } from './listed.ts'
import { getClauses } from './read.ts'
import { findRenditionText, type RenditionText } from './rendition-text.ts'
import { storeCorrection } from './stored.ts'

type Answer = Written<z.input<typeof Corrected>>

/** Who corrects, when. */
export interface Corrector {
  readonly by: string
  readonly now: Date
}

/** Stores what a person did to a clause; refuses where the clause is not what they saw. */
export async function correctClause(
  tx: Db,
  held: { readonly documentId: string; readonly language: DocumentLanguage },
  { body, by, now }: Corrector & { readonly body: ClauseCorrection },
): Promise<Answer> {
  const text = await lockText(tx, held.documentId, held.language)
  const { paragraph, text: seen, at } = body
  const change = { ...body.change, at }
  const proposal = { id: uuidV7(now), paragraph, text: seen, change }
  return store(tx, text, { by, now, proposal })
}

/** Takes a correction back, by a further one. */
export async function undoCorrection(
  tx: Db,
  { documentId, correctionId }: { readonly documentId: string; readonly correctionId: string },
  { by, now }: Corrector,
): Promise<Answer> {
  const document = await lockDocument(tx, documentId)
  if (document?.removed_at !== null) refuse('document.unknown')
  const language = await findLanguage(tx, documentId, correctionId)
  if (!language) refuse('correction.unknown')
  const text = await lockText(tx, documentId, language)
  const proposal = { id: uuidV7(now), correction: correctionId }
  return store(tx, text, { by, now, proposal })
}

/** Nobody else corrects the document, or brings in another text of it, until the transaction ends. */
async function lockText(
  tx: Db,
  documentId: string,
  language: DocumentLanguage,
): Promise<RenditionText> {
  const document = await lockDocument(tx, documentId)
  if (document?.removed_at !== null) refuse('document.unknown')
  const text = await findRenditionText(tx, documentId, language)
  return text ?? refuse('document.languageMissing', { documentId })
}

async function findLanguage(
  tx: Db,
  documentId: string,
  correctionId: string,
): Promise<DocumentLanguage | undefined> {
  const row = await tx
    .selectFrom('clause_correction')
    .select('language')
    .where('id', '=', correctionId)
    .where('document_id', '=', documentId)
    .executeTakeFirst()
  return row?.language as DocumentLanguage | undefined
}

async function store(
  tx: Db,
  text: RenditionText,
  { proposal, by, now }: Corrector & { readonly proposal: Proposal },
): Promise<Answer> {
  const reading = await getClauses(tx, text, proposal)
  const { proposed } = reading
  const correction = proposed?.ok
    ? proposed.correction
    : refuse(proposed?.problem ?? 'clause.nothingNew')
  await storeCorrection(tx, correction, { ...text, by, now })
  await listRendition(tx, text, reading)
  return {
    answer: { correction: correction.id, annotation: await toAnnotationAnswer(tx, text, reading) },
    object: { type: 'document', id: text.documentId },
    change: toChange(correction, text),
  }
}

/** What the commitment of the audit entry covers: the whole of the correction. */
function toChange({ id, eid, change, effect }: Correction, { language }: RenditionText) {
  return { correction: id, language, paragraph: eid, change, effect }
}
