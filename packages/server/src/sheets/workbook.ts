import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { type Cell, toSafeText } from './cell.ts'

/** One sheet: its name, the widths of its columns in characters, the headings, the rows. */
export interface Sheet {
  readonly name: string
  readonly widths: readonly number[]
  readonly headings: readonly string[]
  readonly rows: AsyncIterable<readonly Cell[]>
}

/** As many rows as a sheet can hold below its headings. */
export const MOST_ROWS = 1_048_575

/** Most characters of a cell; Excel calls a file with longer ones damaged. */
const MOST_CHARACTERS = 32_767

/** What begins the escape of a character (`_x0041_` is read as A); escaped itself, it stays a text (ECMA-376-1, 22.9.2.19). */
const ESCAPE = /_(?=x[\da-f]{4}_)/gi

/** Rows as XLSX, with headings that stay in sight and can be filtered by. Written as rows come. */
export function writeWorkbook(sheet: Sheet): ReadableStream<Uint8Array> {
  const output = new PassThrough()
  fill(output, sheet).catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  return Readable.toWeb(output)
}

async function fill(output: PassThrough, { name, widths, headings, rows }: Sheet): Promise<void> {
  // A large package, needed by few.
  const { WorkbookWriter } = await import('@cj-tech-master/excelts')
  const workbook = new WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false })
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = widths.map((width) => ({ width }))
  sheet.autoFilter = { from: { row: 1, col: 1 }, to: { row: 1, col: headings.length } }
  const heading = sheet.addRow(headings)
  heading.font = { bold: true }
  heading.commit()
  // Whoever goes away in the middle ends the reading of rows as well.
  const gone = new AbortController()
  output.once('close', () => {
    gone.abort()
  })
  for await (const row of rows) {
    sheet.addRow(row.map(toValue)).commit()
    if (output.writableNeedDrain) await once(output, 'drain', { signal: gone.signal })
    gone.signal.throwIfAborted()
  }
  await workbook.commit()
}

function toValue(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell
  const text = toSafeText(cell)
  const fitting = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text
  return fitting.replaceAll(ESCAPE, '_x005F_')
}
