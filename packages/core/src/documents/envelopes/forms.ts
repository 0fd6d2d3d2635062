import { latin } from '../latin.ts'
import type { EnvelopeTable } from './model.ts'

/** A table of announcements, made ready: every source as an expression. */
export type EnvelopeForms = ReturnType<typeof compileEnvelopes>

/** Makes a table of announcements ready. What tells a name by its capitals is read as printed. */
export function compileEnvelopes(table: EnvelopeTable) {
  return {
    decided: latin(table.decided, 'i'),
    carriers: table.carriers.map(({ words, ...row }) => ({ ...row, words: latin(words, 'i') })),
    headings: table.headings.map(({ words, ...row }) => ({ ...row, words: latin(words, 'i') })),
    chair: latin(table.chair),
    president: latin(table.president, 'i'),
    addressed: table.addressed.map((words) => latin(words, 'gi')),
    until: latin(table.until),
    line: latin(table.line),
    letterPoint: latin(table.letterPoint, 'i'),
    entrusted: latin(table.entrusted, 'i'),
    letterTo: latin(table.letterTo, 'i'),
  }
}
