import { lettered } from '../lettered.ts'
import type { EnvelopeTable } from './model.ts'

/** A table of announcements, made ready: every source as an expression. */
export type EnvelopeForms = ReturnType<typeof compileEnvelopes>

/** Makes a table of announcements ready. What tells a name by its capitals is read as printed. */
export function compileEnvelopes(table: EnvelopeTable) {
  return {
    decided: lettered(table.decided, 'i'),
    carriers: table.carriers.map(({ words, ...row }) => ({ ...row, words: lettered(words, 'i') })),
    headings: table.headings.map(({ words, ...row }) => ({ ...row, words: lettered(words, 'i') })),
    chair: lettered(table.chair),
    president: lettered(table.president, 'i'),
    addressed: table.addressed.map((words) => lettered(words, 'gi')),
    until: lettered(table.until),
    line: lettered(table.line),
    letterPoint: lettered(table.letterPoint, 'i'),
    entrusted: lettered(table.entrusted, 'i'),
    letterTo: lettered(table.letterTo, 'i'),
  }
}
