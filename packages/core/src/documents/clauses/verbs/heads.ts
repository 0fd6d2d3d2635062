import type { VerbClass } from '../../codes.ts'
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
  /** Where the words that name who speaks end, from `at` on; `at` where nobody is named. */
  speakerEnd(text: string, at?: number): number
  /** The verb at `at` in one of `moods`; undefined where another word stands there. */
  find(text: string, at: number, moods?: readonly Mood[]): Head | undefined
}

/** Makes a table of verbs ready for reading: one expression for each mood. */
export function compileHeads(table: VerbTable): HeadReader {
  const forms = new Map(MOODS.map((mood) => [mood, compileMood(table, mood)]))
  const speaker = new RegExp(`(?:(?:${table.subjects}) )`, 'iuy')
  return {
    table,
    speakerEnd(text, at = 0) {
      speaker.lastIndex = at
      return at + (speaker.exec(text)?.[0].length ?? 0)
    },
    find(text, at, moods = MOODS) {
      for (const mood of moods) {
        const head = matchAt(text, at, { table, mood, form: forms.get(mood) })
        if (head) return head
      }
      return undefined
    },
  }
}

function compileMood(table: VerbTable, mood: Mood): RegExp {
  const rows = table.rows.map((row: VerbRow) => `(${row.forms[mood]}(?!\\p{L})${row.tail ?? ''})`)
  return new RegExp(
    `(?:(?:${table.adverbs})(?!\\p{L}),? ){0,3}${table.clitics}(?:${rows.join('|')})(?!\\p{L})`,
    'iuy',
  )
}

interface Compiled {
  readonly table: VerbTable
  readonly mood: Mood
  readonly form: RegExp | undefined
}

function matchAt(text: string, at: number, { table, mood, form }: Compiled): Head | undefined {
  if (form === undefined) return undefined
  form.lastIndex = at
  const match = form.exec(text)
  if (match === null) return undefined
  const row: VerbRow | undefined =
    table.rows[match.slice(1).findIndex((group) => group !== undefined)]
  if (row === undefined) return undefined
  const strength = strengthOf(row, match[0])
  return {
    verb: match[0],
    lemma: row.lemma,
    strength,
    mood,
    leans: row.leans ?? false,
    end: at + match[0].length,
  }
}
