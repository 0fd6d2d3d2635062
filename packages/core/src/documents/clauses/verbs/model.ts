import type { VerbClass } from '../../codes.ts'

/**
 * How a verb stands: `participle` in conclusions (requesting), `finite` in resolutions (requests),
 * `bare` in letters (request), `past` in summaries (requested).
 */
export const MOODS = ['participle', 'finite', 'bare', 'past'] as const
export type Mood = (typeof MOODS)[number]

/**
 * The same verbs in each mood, as sources of regular expressions. Each begins with a word spelt out,
 * by which it is found.
 */
export type VerbForms = Readonly<Record<Mood, readonly string[]>>

/**
 * One way to open a clause. `forms` is the verb in each mood; `tail` the words that belong to it: a
 * preposition, or the noun that carries the meaning, as in “expressing grave concern at”. Of the
 * rows of a table the first that fits counts.
 */
export interface VerbRow {
  readonly lemma: VerbClass
  readonly strength: number
  readonly forms: VerbForms
  readonly tail?: string
  /** Set where the verb often only explains the clause before it. */
  readonly leans?: boolean
}

/** What opens clauses in one language. All strings are sources of regular expressions. */
export interface VerbTable {
  readonly rows: readonly VerbRow[]
  /** Words before the verb that belong to it (also, strongly). */
  readonly adverbs: string
  /** Pronouns before the verb (le priant), as a source that may match nothing. */
  readonly clitics: string
  /** Words that lead in and belong to no clause (in this regard). */
  readonly leadIns: string
  /** What joins one clause to the one before (and). */
  readonly joins: string
  /** Who speaks, where a clause is a sentence of its own (The Security Council). */
  readonly subjects: string
  /** What must follow a finite verb after a bare comma or “and”, where it could be a noun too. */
  readonly complement: string
  /** Words by which an ask is complete; what stands before them may still be who is asked. */
  readonly completes: string
}
