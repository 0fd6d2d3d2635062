import type { LetterFormat } from '@vigil/contract/schemas'
import { type Draft, renderText } from '@vigil/core/letters'
import type { Db } from '../../db/transaction.ts'
import type { HeldFile } from '../../files.ts'
import { refuse } from '../../http/refuse.ts'
import { type LetterOrigin, printDocx } from '../output/docx/docx.ts'
import { printPdf } from '../output/pdf/pdf.ts'
import { getVersion } from './get.ts'

const MEDIA_TYPES: Readonly<Record<LetterFormat, string>> = {
  txt: 'text/plain; charset=utf-8',
  json: 'application/json',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** One version of a letter as a file; a Word file also carries what it was drafted from. */
export async function getLetterFile(
  db: Db,
  { letterId, version, format }: LetterPlace,
): Promise<HeldFile> {
  const { draft, facts, choices } = await getVersion(db, { letterId, version })
  const conclusions = await findConclusions(db, { letterId, version })
  const origin = { conclusions, facts, choices } as LetterOrigin
  return {
    name: `${nameOf(draft)}-${version}.${format}`,
    mediaType: MEDIA_TYPES[format],
    bytes: await print(draft, format, origin),
  }
}

interface LetterPlace {
  readonly letterId: string
  readonly version: number
  readonly format: LetterFormat
}

async function print(
  draft: Draft,
  format: LetterFormat,
  origin: LetterOrigin,
): Promise<Uint8Array> {
  if (format === 'docx') return printDocx(draft, origin)
  if (format === 'pdf') return printPdfOrRefuse(draft)
  const text = format === 'txt' ? renderText(draft) : `${JSON.stringify(draft, null, 2)}\n`
  return new TextEncoder().encode(text)
}

function printPdfOrRefuse(draft: Draft): Uint8Array {
  const printed = printPdf(draft)
  if (printed.ok) return printed.bytes
  return refuse('letter.noTypeface', { values: { characters: printed.characters.join(' ') } })
}

/** `S-AC.51-2023-3-para_7`: which message of which document. */
function nameOf({ symbol, envelope }: Draft): string {
  return [symbol?.replaceAll(/[^\p{L}\p{N}.]+/gu, '-').replace(/-$/, ''), envelope]
    .filter(Boolean)
    .join('-')
}

/** SHA-256 of the file that the version's words come from. */
async function findConclusions(
  db: Db,
  { letterId, version }: Omit<LetterPlace, 'format'>,
): Promise<string | null> {
  const row = await db
    .selectFrom('letter_version')
    .innerJoin('rendition', 'rendition.id', 'letter_version.rendition_id')
    .select('rendition.original')
    .where('letter_version.letter_id', '=', letterId)
    .where('letter_version.version', '=', version)
    .executeTakeFirst()
  return row?.original.toString('hex') ?? null
}
