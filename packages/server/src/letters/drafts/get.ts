import type { Letter, LetterVersion } from '@vigil/contract/schemas'
import type { z } from 'zod'
import type { Db } from '../../db/transaction.ts'
import { refuse } from '../../http/refuse.ts'
import { findLetter, findVersion } from './queries.ts'

/** A letter with its history; refuses one that is not there, or whose document is removed. */
export async function getLetter(db: Db, id: string): Promise<z.input<typeof Letter>> {
  return (await findLetter(db, id)) ?? refuse('letter.unknown')
}

/** One version whole; refuses what is not there. */
export async function getVersion(
  db: Db,
  place: { readonly letterId: string; readonly version: number },
): Promise<z.input<typeof LetterVersion>> {
  return (await findVersion(db, place)) ?? refuse('letter.unknown')
}
