import { AddresseeCode, DocumentLanguage } from '@vigil/core/documents'
import {
  Draft,
  DraftKind,
  DraftLanguage,
  LetterCheck,
  LetterChoices,
  LetterFacts,
} from '@vigil/core/letters'
import { z } from 'zod'
import { DocumentId, Sha256 } from './document.ts'
import { AccountId } from './session.ts'

export const LetterId = z.uuid().brand('LetterId')
export type LetterId = z.infer<typeof LetterId>

/** What a letter is drafted from: a message of a document, facts, and what a person decided. */
export const LetterRequest = z
  .object({
    documentId: DocumentId,
    /** The rendition whose words it takes. */
    language: DocumentLanguage,
    /** The paragraph that opens the message. */
    envelope: z.string().regex(/^[a-z0-9_]{1,200}$/),
    facts: LetterFacts,
    choices: LetterChoices,
  })
  .meta({ id: 'LetterRequest' })
export type LetterRequest = z.infer<typeof LetterRequest>

/** New facts and choices of a letter that is kept. */
export const LetterRevision = z
  .object({
    /** The version this was made from; where there is a newer one, it is refused (`letter.changed`). */
    after: z.int().positive(),
    facts: LetterFacts,
    choices: LetterChoices,
  })
  .meta({ id: 'LetterRevision' })
export type LetterRevision = z.infer<typeof LetterRevision>

const Person = z.object({ id: AccountId, name: z.string() })

/** A version in the history of a letter, without its text. */
export const LetterVersionSummary = z
  .object({
    version: z.int().positive(),
    /** How many facts stand as blanks, and how many things are to be looked at. */
    missing: z.int().nonnegative(),
    flags: z.int().nonnegative(),
    /** How many sentences are in a person's own words. */
    edited: z.int().nonnegative(),
    by: Person,
    at: z.iso.datetime(),
  })
  .meta({ id: 'LetterVersionSummary' })
export type LetterVersionSummary = z.infer<typeof LetterVersionSummary>

export const LetterVersion = LetterVersionSummary.extend({
  facts: LetterFacts,
  choices: LetterChoices,
  draft: Draft,
}).meta({ id: 'LetterVersion' })
export type LetterVersion = z.infer<typeof LetterVersion>

/** Whether what came back is a draft that somebody edited, or the letter as it went out. */
export const ReturnedAs = z.enum(['edited', 'sent'])
export type ReturnedAs = z.infer<typeof ReturnedAs>

export const LetterUpload = z.object({ returned: ReturnedAs })
export type LetterUpload = z.infer<typeof LetterUpload>

/** A letter that was handed back, compared with the version it was made from. */
export const LetterReturn = z
  .object({
    id: z.uuid(),
    version: z.int().positive(),
    returned: ReturnedAs,
    file: z.object({ name: z.string(), sha256: Sha256, bytes: z.int().nonnegative() }),
    check: LetterCheck,
    by: Person,
    at: z.iso.datetime(),
  })
  .meta({ id: 'LetterReturn' })
export type LetterReturn = z.infer<typeof LetterReturn>

export const LetterSummary = z
  .object({
    id: LetterId,
    documentId: DocumentId,
    symbol: z.string().nullable(),
    title: z.string().nullable(),
    language: DocumentLanguage,
    envelope: z.string(),
    /** The message as one cites it: `7`. */
    label: z.string().nullable(),
    kind: DraftKind,
    /** Whom the message is for; null where it names nobody of the list, or nobody knows any more. */
    addressees: z.array(AddresseeCode).nullable(),
    draftLanguage: DraftLanguage,
    latest: LetterVersionSummary,
    /** Whether the letter as sent was handed back. */
    sent: z.boolean(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'LetterSummary' })
export type LetterSummary = z.infer<typeof LetterSummary>

/** A letter that is kept: its latest version whole, the history, what was handed back. */
export const Letter = LetterSummary.extend({
  current: LetterVersion,
  /** Newest first. */
  versions: z.array(LetterVersionSummary),
  /** Newest first. */
  returns: z.array(LetterReturn),
}).meta({ id: 'Letter' })
export type Letter = z.infer<typeof Letter>

export const LetterListQuery = z.object({
  documentId: DocumentId.optional(),
  after: LetterId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type LetterListQuery = z.infer<typeof LetterListQuery>

export const LetterList = z
  .object({
    letters: z.array(LetterSummary),
    total: z.int().nonnegative(),
    next: LetterId.nullable(),
  })
  .meta({ id: 'LetterList', description: 'Letters of documents held, newest first' })
export type LetterList = z.infer<typeof LetterList>

/** What a letter can be taken along as. */
export const LetterFormat = z.enum(['docx', 'pdf', 'txt', 'json'])
export type LetterFormat = z.infer<typeof LetterFormat>
