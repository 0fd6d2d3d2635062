import type { ActionExportQuery, ActionFormat } from '@vigil/contract/schemas'
import { say } from '@vigil/core/i18n'
import type { Db } from '../db/transaction.ts'
import type { StreamedFile } from '../files.ts'
import { refuse } from '../http/refuse.ts'
import type { Cell } from '../sheets/cell.ts'
import { writeCsv } from '../sheets/csv.ts'
import { MOST_ROWS, writeWorkbook } from '../sheets/workbook.ts'
import { headingsIn, toRow, WIDTHS } from './columns.ts'
import { countActions, listRows, type Place } from './list.ts'

/** Clauses read at once. */
const AT_ONCE = 1000

/** The whole list that `query` asks for as a spreadsheet, written while it is read. */
export async function exportActions(
  db: Db,
  format: ActionFormat,
  query: ActionExportQuery,
): Promise<StreamedFile> {
  const { headings: language } = query
  const name = `${say(language, { area: 'export', key: 'fileName' })}.${format}`
  const headings = headingsIn(language)
  if (format === 'csv') {
    const stream = writeCsv(rowsBelow(headings, readRows(db, query)))
    return { name, mediaType: 'text/csv; charset=utf-8', stream }
  }
  if ((await countActions(db, query)) > MOST_ROWS) refuse('actions.tooMany')
  const sheet = say(language, { area: 'export', key: 'sheet' })
  return {
    name,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    stream: writeWorkbook({ name: sheet, widths: WIDTHS, headings, rows: readRows(db, query) }),
  }
}

async function* rowsBelow(
  headings: readonly Cell[],
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<readonly Cell[]> {
  yield headings
  yield* rows
}

/** All rows as they stood at one moment, whoever corrects meanwhile. */
async function* readRows(db: Db, query: ActionExportQuery): AsyncGenerator<Cell[]> {
  const snapshot = await db.startTransaction().setIsolationLevel('repeatable read').execute()
  try {
    let after: Place | undefined
    for (;;) {
      const rows = await listRows(snapshot, query, { after, limit: AT_ONCE })
      for (const row of rows) yield toRow(row, query.headings)
      after = rows.at(-1)
      if (rows.length < AT_ONCE) return
    }
  } finally {
    await snapshot.rollback().execute()
  }
}
