import { type LetterRequest, ProblemCodeSchema } from '@vigil/contract/schemas'
import type { Envelope } from '@vigil/core/documents'
import { draftLetter, type Draft, kindOf } from '@vigil/core/letters'
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

/** Whom a draft is for; a statement is for all whom the document's public statement speaks to. */
function addresseesOf(draft: Draft, envelopes: readonly Envelope[]): Envelope['addressees'] {
  const messages = envelopes.filter(
    (one) =>
      one.eid === draft.envelope || (draft.kind === 'statement' && kindOf(one) === 'statement'),
  )
  const known = [...new Set(messages.flatMap(({ addressees }) => addressees ?? []))]
  return known.length === 0 ? null : known
}
