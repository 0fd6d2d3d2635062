const ORGANIZATION =
  'united nations|nations unies|naciones unidas|организация объединенных наций|الأمم المتحدة|联合国'
const SERIES = 'A|S|E|T|ST|SC|CRC|CAT|CED|CCPR|CEDAW|CERD|CMW|CRPD|HRI|DP|TD|UNEP'
const JOINT = '(?:[-–−][AS](?:\\/[\\w.]{1,12}){1,5})?'
const SYMBOL_LINE = new RegExp(
  `^(?:(?:${ORGANIZATION})\\s+)?((?:${SERIES})(?:\\/[\\w.-]{1,12}){1,6}(?:\\s?\\(\\d{4}\\))?${JOINT})\\*{0,3}$`,
  'iu',
)

/**
 * The symbol on a line that holds nothing else but perhaps the organization's name, as mastheads
 * print it (`S/RES/1612 (2005)`); null for every other line.
 */
export function symbolOfLine(text: string): string | null {
  const symbol = SYMBOL_LINE.exec(text)?.[1]
  return symbol === undefined ? null : symbol.replace(/\s*\(/u, ' (').replace(/[–−]/u, '-')
}
