import {
  type Annotation,
  annotate,
  type Correctable,
  createSpanReader,
} from '@vigil/core/documents'
import type { Db } from '../db/transaction.ts'
import type { RenditionText } from './rendition-text.ts'
import { listCorrections } from './stored.ts'

/** What was read last stands ready: whoever corrects a document asks for it again and again. */
const RECENT = 8
const recent = new Map<string, Annotation>()

/** What the reader of clauses says of a text, before anybody corrected it. */
export function annotateText({ renditionId, document, paragraphs }: RenditionText): Annotation {
  const key = `${renditionId} ${JSON.stringify(document)}`
  const annotation = recent.get(key) ?? annotate({ document, paragraphs: [...paragraphs] })
  recent.delete(key)
  recent.set(key, annotation)
  for (const old of [...recent.keys()].slice(0, -RECENT)) recent.delete(old)
  return annotation
}

/** A text with all that reader and people said of its clauses. */
export async function getCorrectable(db: Db, text: RenditionText): Promise<Correctable> {
  const annotation = annotateText(text)
  const { document, paragraphs } = text
  return {
    paragraphs,
    clauses: annotation.clauses,
    corrections: await listCorrections(db, text),
    readSpans: createSpanReader({ document, paragraphs: [...paragraphs] }, annotation),
  }
}
