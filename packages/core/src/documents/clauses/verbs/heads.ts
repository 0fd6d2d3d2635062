import type { VerbClass } from '../../codes.ts'
import { lettered } from '../../lettered.ts'
import { onDemand } from '../../on-demand.ts'
import { MOODS, type Mood, type VerbRow, type VerbTable } from './model.ts'
import { strengthOf } from './strength.ts'

/** The verb that opens a clause, with what belongs to it. `end` is the offset behind it. */
export interface Head {
  readonly verb: string
  readonly lemma: VerbClass
  readonly strength: number
  readonly mood: Mood
  /** True for verbs of noting, which often only explain the clause before. */
  readonly leans: boolean
  readonly end: number
}

/** A table of verbs, made ready. */
export interface HeadReader {
  readonly table: VerbTable
  /** `complement` and `completes` of the table, made ready. */
  readonly complement: RegExp
  readonly completes: RegExp
  /** Where the words that name who speaks end, from `at` on; `at` where nobody is named. */
  speakerEnd(text: string, at?: number): number
  /** The verb at `at` in one of `moods`; undefined where another word stands there. */
  find(text: string, at: number, moods?: readonly Mood[]): Head | undefined
}

/** Makes a table of verbs ready for reading: rows are found by the first word of their verbs. */
export function compileHeads(table: VerbTable): HeadReader {
  const rowsOf = onDemand((mood: Mood) => indexRows(table, mood))
  const speaker = lettered(`(?:(?:${table.subjects}) )`, 'iy')
  const before = lettered(`(?:(?:${table.adverbs})(?!\\p{L}),? ){0,3}${table.clitics}`, 'iy')
  return {
    table,
    complement: lettered(table.complement),
    completes: lettered(table.completes),
    speakerEnd(text, at = 0) {
      speaker.lastIndex = at
      return at + (speaker.exec(text)?.[0].length ?? 0)
    },
    find(text, at, moods = MOODS) {
      before.lastIndex = at
      const place = { at, verbAt: at + (before.exec(text)?.[0].length ?? 0) }
      const word = wordAt(text, place.verbAt)
      for (const mood of moods) {
        for (const row of rowsOf(mood).get(word) ?? []) {
          const head = matchRow(text, place, row)
          if (head) return head
        }
      }
      return undefined
    },
  }
}

/** A row of a table in one mood, its expression made when it is first needed. */
interface MoodRow {
  readonly row: VerbRow
  readonly mood: Mood
  readonly form: () => RegExp
}

const WORD = lettered('\\p{L}+', 'y')

/** The word that begins at `at`, in small letters; empty where none does. */
function wordAt(text: string, at: number): string {
  WORD.lastIndex = at
  return (WORD.exec(text)?.[0] ?? '').toLowerCase()
}

function indexRows({ rows }: VerbTable, mood: Mood): ReadonlyMap<string, readonly MoodRow[]> {
  const index = new Map<string, MoodRow[]>()
  for (const row of rows) {
    const forms = row.forms[mood]
    const compiled = onDemand(() => compileRow(row, forms))
    const one = { row, mood, form: () => compiled(mood) }
    for (const word of new Set(forms.map((form) => wordAt(form, 0)))) {
      index.set(word, [...(index.get(word) ?? []), one])
    }
  }
  return index
}

function compileRow({ tail }: VerbRow, forms: readonly string[]): RegExp {
  return lettered(`(?:${forms.join('|')})(?!\\p{L})${tail ?? ''}(?!\\p{L})`, 'iy')
}

function matchRow(
  text: string,
  { at, verbAt }: { at: number; verbAt: number },
  { row, mood, form }: MoodRow,
): Head | undefined {
  form().lastIndex = verbAt
  const match = form().exec(text)
  if (match === null) return undefined
  const end = verbAt + match[0].length
  const verb = text.slice(at, end)
  const strength = strengthOf(row, verb)
  return { verb, lemma: row.lemma, strength, mood, leans: row.leans ?? false, end }
}
