import { type LetterRequest, ProblemCodeSchema } from '@vigil/contract/schemas'
import type { Envelope } from '@vigil/core/documents'
import { addresseesOf, draftLetter, type Draft } from '@vigil/core/letters'
import { getClauses } from '../../clauses/read.ts'
import { findRenditionText, type RenditionText } from '../../clauses/rendition-text.ts'
import type { Db } from '../../db/transaction.ts'
import { getHeldDocument } from '../../documents/held.ts'
import { refuse } from '../../http/refuse.ts'

/** A draft with the text it was made from, and whom its message is for. */
export interface Drafted {
  readonly draft: Draft
  readonly text: RenditionText
  readonly addressees: Envelope['addressees']
}

/** Drafts a letter from a document held, with its clauses as people corrected them. */
export async function draftFromHeld(db: Db, request: LetterRequest): Promise<Drafted> {
  const { documentId, language, envelope, facts, choices } = request
  await getHeldDocument(db, documentId)
  const text = await findRenditionText(db, documentId, language)
  if (!text) refuse('document.languageMissing', { documentId })
  const { document, paragraphs } = text
  const annotation = await getClauses(db, text)
  const drafted = draftLetter({
    reading: { document, paragraphs: [...paragraphs] },
    annotation,
    envelope,
    facts,
    choices,
  })
  if (!drafted.ok) refuse(ProblemCodeSchema.parse(drafted.problem), { values: drafted.values })
  const { draft } = drafted
  return { draft, text, addressees: addresseesOf(draft, annotation.envelopes) }
}
