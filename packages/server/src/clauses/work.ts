import {
  type Annotation,
  annotate,
  applyCorrections,
  type Correctable,
  createSpanReader,
  proposeCorrection,
  proposeUndo,
} from '@vigil/core/documents'
import { countCharacters } from './count-characters.ts'
import type { ClauseJob, ClauseReading, Proposal } from './job.ts'

/** A text as it was read before anybody corrected it, and how to read what people cut anew. */
interface Read {
  readonly annotation: Annotation
  readonly readSpans: Correctable['readSpans']
  readonly characters: number
}

/** Most text whose reading is kept at hand, in UTF-16 units: a few long reports. */
const KEPT_CHARACTERS = 2_000_000
/** Whoever corrects a document asks for it again and again; the last used stands last. */
const kept = new Map<string, Read>()

/** Reads a text clause by clause, puts in what people corrected, and tries what is proposed. */
export function readClauseJob({ text, corrections, proposal }: ClauseJob): ClauseReading {
  const { annotation, readSpans } = recall(text)
  const { clauses, ...rest } = annotation
  const correctable = { paragraphs: text.paragraphs, clauses, corrections, readSpans }
  const proposed = proposal && propose(correctable, proposal)
  const all = proposed?.ok ? [...corrections, proposed.correction] : corrections
  const corrected = applyCorrections({ ...correctable, corrections: all })
  return { ok: true, proposed, ...rest, ...corrected }
}

function propose(correctable: Correctable, proposal: Proposal) {
  return 'change' in proposal
    ? proposeCorrection(correctable, proposal)
    : proposeUndo(correctable, proposal)
}

/** What is known of a document is part of the key: it decides how clauses are read. */
function recall(text: ClauseJob['text']): Read {
  const key = `${text.renditionId} ${JSON.stringify(text.document)}`
  const read = kept.get(key) ?? readAnew(text)
  kept.delete(key)
  kept.set(key, read)
  forgetOldest()
  return read
}

function readAnew({ document, paragraphs }: ClauseJob['text']): Read {
  const reading = { document, paragraphs: [...paragraphs] }
  const annotation = annotate(reading)
  return {
    annotation,
    readSpans: createSpanReader(reading, annotation),
    characters: countCharacters(paragraphs),
  }
}

function forgetOldest(): void {
  let characters = [...kept.values()].reduce((sum, read) => sum + read.characters, 0)
  for (const [key, read] of kept) {
    if (characters <= KEPT_CHARACTERS) return
    kept.delete(key)
    characters -= read.characters
  }
}
