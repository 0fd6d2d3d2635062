import { read, type WorkSheet, utils } from '@e965/xlsx'

/**
 * The only sheet of a workbook as a program that is not ours reads it. Fails where a cell holds
 * anything but a text or a number.
 */
export function readSheet(bytes: Uint8Array): WorkSheet {
  const { SheetNames, Sheets } = read(bytes, { cellFormula: true, cellHTML: false })
  const [name = '', ...others] = SheetNames
  const sheet = Sheets[name]
  if (!sheet || others.length > 0) throw new Error(`Sheets: ${SheetNames.join(', ')}`)
  for (const [place, cell] of Object.entries(sheet)) {
    if (place.startsWith('!')) continue
    const { t, f } = cell as { t: string; f?: string }
    if (f !== undefined || (t !== 's' && t !== 'n')) throw new Error(`${place} is of type ${t}`)
  }
  return sheet
}

/** All rows as texts, nothing as an empty one. */
export function textsOf(sheet: WorkSheet): string[][] {
  const rows = utils.sheet_to_json<(string | number)[]>(sheet, { header: 1, defval: '' })
  return rows.map((row) => row.map(String))
}
