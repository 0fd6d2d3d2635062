import type { Db } from '../db/transaction.ts'
import type { ClearText } from './texts.ts'

/** The words of the texts of an incident that stand, by their ids. */
export async function readWords(tx: Db, incident: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('incident_words')
    .select(['text_id', 'words'])
    .where('incident_id', '=', incident)
    .execute()
  return new Map(rows.map((row) => [row.text_id, row.words]))
}

/** Keeps the words of what stands, takes in those of `texts` that do, and lets go of all others. */
export async function writeWords(
  tx: Db,
  incident: string,
  {
    standing,
    texts,
  }: { readonly standing: readonly string[]; readonly texts: readonly ClearText[] },
): Promise<void> {
  const stale = tx.deleteFrom('incident_words').where('incident_id', '=', incident)
  await stale
    .$if(standing.length > 0, (query) => query.where('text_id', 'not in', standing))
    .execute()
  const rows = texts
    .filter(({ id }) => standing.includes(id))
    .map(({ id, words }) => ({ incident_id: incident, text_id: id, words }))
  if (rows.length > 0) await tx.insertInto('incident_words').values(rows).execute()
}
