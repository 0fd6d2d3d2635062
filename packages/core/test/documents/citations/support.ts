import type { Reading } from '../../../src/documents/model.ts'

/** One sentence as the only paragraph of the document with this symbol. */
export function sentence(
  text: string,
  symbol: string | null,
): Pick<Reading, 'document' | 'paragraphs'> {
  const dates = { meeting: null, adopted: null, signed: null, circulated: null }
  return {
    document: { symbol, kind: 'other', title: null, language: 'en', dates },
    paragraphs: [{ eid: 'para_1', label: '1', kind: 'paragraph', level: 1, marker: '1.', text }],
  }
}

/** The rows of a table at hand, by the names of its columns; lines that tell its origin are left out. */
export function rowsOf(csv: string): Record<string, string>[] {
  const [head = '', ...lines] = csv
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const names = head.split(',')
  return lines.map((line) => {
    const fields = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/gu)]
    return Object.fromEntries(
      names.map((name, index) => [name, fields[index]?.[1] ?? fields[index]?.[2] ?? '']),
    )
  })
}
