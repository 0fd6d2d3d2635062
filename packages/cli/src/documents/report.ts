import type { Imported } from '@vigil/contract/schemas'
import type { ProblemCode } from '@vigil/contract/problems'
import { say } from '@vigil/core/i18n'
import type { Context } from '../frame/context.ts'

/** What became of one file. `held`: the very file was there already; `leftOut`: no document by its name. */
export type FileReport =
  | {
      readonly file: string
      readonly outcome: Imported['outcome']
      readonly documentId: string
      readonly symbol: string | null
      readonly language: Imported['language']
    }
  | { readonly file: string; readonly outcome: 'held'; readonly documentId: string | null }
  | { readonly file: string; readonly outcome: 'leftOut' }
  | {
      readonly file: string
      readonly outcome: 'refused'
      /** Null where the file could not even be opened. */
      readonly problem: ProblemCode | null
      readonly sentence: string
    }

/** How many files there were of each outcome that people ask about. */
export interface Summary {
  readonly imported: number
  readonly held: number
  readonly refused: number
  readonly leftOut: number
}

export function summarise(reports: readonly FileReport[]): Summary {
  const count = (...outcomes: readonly FileReport['outcome'][]) =>
    reports.filter(({ outcome }) => outcomes.includes(outcome)).length
  return {
    imported: count('new', 'newLanguage', 'newVersion'),
    held: count('held'),
    refused: count('refused'),
    leftOut: count('leftOut'),
  }
}

/** One line about one file. */
export function describeReport(report: FileReport, context: Context): string {
  const { file, outcome } = report
  if (outcome === 'refused') return report.sentence
  if (outcome === 'held' || outcome === 'leftOut') return context.say(`import.${outcome}`, { file })
  const symbol = report.symbol ?? context.say('read.noSymbol')
  const key = `language.${report.language}` as const
  const language = say(context.language, { area: 'documents', key })
  return context.say(`import.${outcome}`, { file, symbol, language })
}
