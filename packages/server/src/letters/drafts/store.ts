import { createHash } from 'node:crypto'
import type {
  Letter,
  LetterRequest,
  LetterReturn,
  LetterRevision,
  ReturnedAs,
} from '@vigil/contract/schemas'
import type { DocumentLanguage } from '@vigil/core/documents'
import type { LetterCheck } from '@vigil/core/letters'
import type { Json } from '@vigil/core/log'
import type { z } from 'zod'
import type { Db } from '../../db/transaction.ts'
import { toSafeFileName } from '../../documents/file-name.ts'
import { lockDocument } from '../../documents/held.ts'
import type { UploadedFile } from '../../files.ts'
import type { Written } from '../../http/handler.ts'
import { refuse } from '../../http/refuse.ts'
import { uuidV7 } from '../../uuid.ts'
import { draftFromHeld, type Drafted } from './draft.ts'
import { getLetter } from './get.ts'
import { selectReturns } from './queries.ts'
import { toReturn } from './rows.ts'

/** Who writes, when. */
interface Author {
  readonly by: string
  readonly now: Date
}

/** Drafts a letter and keeps it as version 1. */
export async function createLetter(
  tx: Db,
  request: LetterRequest,
  author: Author,
): Promise<Written<z.input<typeof Letter>>> {
  const drafted = await draftFromHeld(tx, request)
  const id = uuidV7(author.now)
  const { draft, text, addressees } = drafted
  const envelope = text.paragraphs.find(({ eid }) => eid === draft.envelope)
  await tx
    .insertInto('letter')
    .values({
      id,
      document_id: request.documentId,
      language: request.language,
      envelope: draft.envelope,
      label: envelope?.label ?? null,
      kind: draft.kind,
      addressees,
      created_at: author.now,
    })
    .execute()
  return storeVersion(tx, { id, version: 1, given: request, drafted, author })
}

/** Drafts a letter again, as its next version; refuses where somebody else was faster. */
export async function reviseLetter(
  tx: Db,
  id: string,
  { revision, author }: { readonly revision: LetterRevision; readonly author: Author },
): Promise<Written<z.input<typeof Letter>>> {
  const { documentId, language, envelope } = await findOrigin(tx, id)
  await lockDocument(tx, documentId)
  const { latest } = await getLetter(tx, id)
  if (latest.version !== revision.after) refuse('letter.changed')
  const { facts, choices } = revision
  const drafted = await draftFromHeld(tx, { documentId, language, envelope, facts, choices })
  return storeVersion(tx, { id, version: latest.version + 1, given: revision, drafted, author })
}

/** What was handed back, as it is to be kept. */
interface Returned {
  readonly letterId: string
  readonly version: number
  readonly returned: ReturnedAs
  readonly file: UploadedFile
  readonly check: LetterCheck
}

/** Keeps what a comparison with a letter that was handed back says. */
export async function storeReturn(
  tx: Db,
  { letterId, version, returned, file, check }: Returned,
  { by, now }: Author,
): Promise<Written<z.input<typeof LetterReturn>>> {
  const id = uuidV7(now)
  const sha256 = createHash('sha256').update(file.bytes).digest()
  await tx
    .insertInto('letter_return')
    .values({
      id,
      letter_id: letterId,
      version,
      returned,
      file_name: toSafeFileName(file.name),
      file_sha256: sha256,
      file_size: file.bytes.byteLength,
      comparison: JSON.stringify(check),
      made_by: by,
      made_at: now,
    })
    .execute()
  const row = await selectReturns(tx).where('letter_return.id', '=', id).executeTakeFirstOrThrow()
  return {
    answer: toReturn(row),
    object: { type: 'letter', id: letterId },
    change: { version, returned, sha256: sha256.toString('hex'), same: check.same },
  }
}

type Origin = Pick<LetterRequest, 'documentId' | 'envelope'> & {
  readonly language: DocumentLanguage
}

async function findOrigin(tx: Db, id: string): Promise<Origin> {
  const row = await tx
    .selectFrom('letter')
    .select(['document_id as documentId', 'language', 'envelope'])
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as Origin | undefined) ?? refuse('letter.unknown')
}

interface NewVersion {
  readonly id: string
  readonly version: number
  readonly given: Pick<LetterRevision, 'facts' | 'choices'>
  readonly drafted: Drafted
  readonly author: Author
}

async function storeVersion(
  tx: Db,
  { id, version, given, drafted, author }: NewVersion,
): Promise<Written<z.input<typeof Letter>>> {
  const { facts, choices } = given
  const { draft, text } = drafted
  await tx
    .insertInto('letter_version')
    .values({
      letter_id: id,
      version,
      rendition_id: text.renditionId,
      facts: JSON.stringify(facts),
      choices: JSON.stringify(choices),
      draft: JSON.stringify(draft),
      made_by: author.by,
      made_at: author.now,
    })
    .execute()
  return {
    answer: await getLetter(tx, id),
    object: { type: 'letter', id },
    change: { version, documentId: text.documentId, draft: draft as Json },
  }
}
