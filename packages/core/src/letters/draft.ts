import type { Annotation, Envelope } from '../documents/annotation.ts'
import type { Reading } from '../documents/model.ts'
import { finishBlock, findUnknownChoice } from './apply.ts'
import { NO_CHOICES, type LetterChoices } from './choices.ts'
import { messagesOf, type DraftContext } from './context.ts'
import type { LetterFacts } from './facts.ts'
import { flagsOf } from './flags.ts'
import { grammarOf } from './languages/index.ts'
import { DraftLanguage, type Draft, type DraftKind, type DraftPart } from './model.ts'
import { annexPart, letterPart } from './parts/letter.ts'
import { recommendationPart } from './parts/recommendation.ts'
import { statementPart } from './parts/statement.ts'
import { transmittalPart } from './parts/transmittal.ts'
import type { LetterProblem, LetterRefusal } from './refusal.ts'

/**
 * What a letter is drafted from: one rendition of the conclusions as it was read, its annotation,
 * the address of the paragraph that opens the message (`para_7`), facts and choices.
 */
export interface LetterRequest {
  readonly reading: Pick<Reading, 'document' | 'paragraphs'>
  readonly annotation: Annotation
  readonly envelope: string
  readonly facts: LetterFacts
  readonly choices?: LetterChoices
}

/** A draft, or the one reason why there is none. */
export type DraftResult =
  | { readonly ok: true; readonly draft: Draft }
  | ({ readonly ok: false } & LetterRefusal)

const PARTS: Readonly<Record<DraftKind, readonly ((context: DraftContext) => DraftPart)[]>> = {
  transmitted_letter: [transmittalPart, annexPart],
  chair_letter: [letterPart],
  statement: [statementPart],
  recommendation: [recommendationPart],
}

/**
 * Drafts the letter, statement or recommendation that a message of the conclusions asks for, by
 * rules R1 to R7 of un-documents.md 1.2. Pure: the same request gives the same draft. No word is
 * invented: all come from the frames, the conclusions and the facts; missing facts are blanks.
 * Refuses (`letter.*`) a message that is not there or has no points left, a rendition in another
 * language than the letter's, and choices that fit no block.
 */
export function draftLetter(request: LetterRequest): DraftResult {
  const envelope = request.annotation.envelopes.find(({ eid }) => eid === request.envelope)
  if (envelope === undefined)
    return refuse('letter.envelopeUnknown', { envelope: request.envelope })
  const choices = request.choices ?? NO_CHOICES
  const found = request.reading.document.language
  const language = chooseLanguage(choices, found)
  if (found !== null && found !== language) {
    return refuse('letter.languageMissing', { language, found })
  }
  const grammar = grammarOf(language)
  return draftIn({ ...request, envelope, choices, language, grammar })
}

function draftIn(context: DraftContext): DraftResult {
  const kind = kindOf(context.envelope)
  const plain = PARTS[kind].map((make) => make(context))
  const blocks = plain.flatMap((part) => part.blocks)
  const unknown = findUnknownChoice(context, messagesOf(context, kind), blocks)
  if (unknown !== null) return { ok: false, ...unknown }
  if (!blocks.some(({ role }) => role === 'point' || role === 'item')) {
    return refuse('letter.noPoints', { envelope: context.envelope.eid })
  }
  const parts = plain.map((part) => ({
    ...part,
    blocks: part.blocks.map((block) => finishBlock(context, block)),
  }))
  const { language, envelope, facts, reading } = context
  const draft: Draft = {
    format: 'vigil-letter/1',
    kind,
    language,
    envelope: envelope.eid,
    symbol: facts.symbol ?? reading.document.symbol,
    parts,
    missing: missingIn(parts),
    flags: flagsOf(context, kind, parts),
  }
  return { ok: true, draft }
}

/** What a message becomes (R1): by its carrier, and by whether the President passes it on. */
export function kindOf({ carrier, sender, via }: Envelope): DraftKind {
  if (carrier === 'public_statement') return 'statement'
  if (carrier === 'recommendation') return 'recommendation'
  return sender === 'president_sc' || via === 'president_sc' ? 'transmitted_letter' : 'chair_letter'
}

function chooseLanguage({ language }: LetterChoices, found: string | null): DraftLanguage {
  return language ?? DraftLanguage.safeParse(found).data ?? 'en'
}

function missingIn(parts: readonly DraftPart[]): string[] {
  const runs = parts.flatMap(({ blocks }) => blocks.flatMap((block) => block.runs))
  return [...new Set(runs.flatMap(({ blank }) => blank ?? []))]
}

function refuse(problem: LetterProblem, values: LetterRefusal['values']): DraftResult {
  return { ok: false, problem, values }
}
