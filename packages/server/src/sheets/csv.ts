import { type Cell, toSafeText } from './cell.ts'

/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = '\u{feff}'

/**
 * Rows as CSV (RFC 4180): commas, every text in quotation marks, lines ended by CR LF, UTF-8 with its
 * mark. Each row is written as it comes.
 */
export function writeCsv(rows: AsyncIterable<readonly Cell[]>): ReadableStream<Uint8Array> {
  return ReadableStream.from(encodeRows(rows))
}

async function* encodeRows(rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(BYTE_ORDER_MARK)
  for await (const row of rows) yield encoder.encode(`${row.map(toField).join(',')}\r\n`)
}

function toField(cell: Cell): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : `"${toSafeText(cell).replaceAll('"', '""')}"`
}
