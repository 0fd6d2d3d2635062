import type {
  LetterReturn,
  LetterSummary,
  LetterVersion,
  LetterVersionSummary,
} from '@vigil/contract/schemas'
import type { AddresseeCode, DocumentLanguage } from '@vigil/core/documents'
import type { Draft, DraftKind, DraftLanguage } from '@vigil/core/letters'
import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type * as Table from '../../db/tables.ts'

// What these rows hold was checked by the contract when it came in.

/** A version without its draft, and who made it. */
export interface VersionRow {
  readonly version: number
  readonly missing: number
  readonly flags: number
  readonly edited: number
  readonly made_by: string
  readonly name: string
  readonly made_at: Date
}

/** A letter with its document and its latest version. */
export type LetterRow = Selectable<Table.Letter> &
  VersionRow & {
    readonly symbol: string | null
    readonly title: string | null
    readonly draft_language: string
    readonly sent: boolean
  }

/** A version in the words of the contract. */
export function toVersionSummary(row: VersionRow): z.input<typeof LetterVersionSummary> {
  const { version, missing, flags, edited, made_by, name, made_at } = row
  return {
    version,
    missing,
    flags,
    edited,
    by: { id: made_by, name },
    at: made_at.toISOString(),
  }
}

/** A version whole. */
export function toVersion(
  row: VersionRow & Pick<Selectable<Table.LetterVersion>, 'facts' | 'choices' | 'draft'>,
): z.input<typeof LetterVersion> {
  type Version = z.input<typeof LetterVersion>
  return {
    ...toVersionSummary(row),
    facts: row.facts as Version['facts'],
    choices: row.choices as Version['choices'],
    draft: row.draft as unknown as Draft,
  }
}

/** A letter without its history. */
export function toLetterSummary(row: LetterRow): z.input<typeof LetterSummary> {
  return {
    id: row.id,
    documentId: row.document_id,
    symbol: row.symbol,
    title: row.title,
    language: row.language as DocumentLanguage,
    envelope: row.envelope,
    label: row.label,
    kind: row.kind as DraftKind,
    addressees: row.addressees as AddresseeCode[] | null,
    draftLanguage: row.draft_language as DraftLanguage,
    latest: toVersionSummary(row),
    sent: row.sent,
    createdAt: row.created_at.toISOString(),
  }
}

/** What was handed back. */
export function toReturn(
  row: Selectable<Table.LetterReturn> & { readonly name: string },
): z.input<typeof LetterReturn> {
  type Return = z.input<typeof LetterReturn>
  return {
    id: row.id,
    version: row.version,
    returned: row.returned as Return['returned'],
    file: { name: row.file_name, sha256: row.file_sha256.toString('hex'), bytes: row.file_size },
    check: row.comparison as unknown as Return['check'],
    by: { id: row.made_by, name: row.name },
    at: row.made_at.toISOString(),
  }
}
