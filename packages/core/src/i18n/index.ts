import enCli from './en/cli.json' with { type: 'json' }
import enClauses from './en/clauses.json' with { type: 'json' }
import enCounting from './en/counting.json' with { type: 'json' }
import enDocuments from './en/documents.json' with { type: 'json' }
import enExport from './en/export.json' with { type: 'json' }
import enLog from './en/log.json' with { type: 'json' }
import enProblems from './en/problems.json' with { type: 'json' }
import enRecord from './en/record.json' with { type: 'json' }
import frCli from './fr/cli.json' with { type: 'json' }
import frClauses from './fr/clauses.json' with { type: 'json' }
import frCounting from './fr/counting.json' with { type: 'json' }
import frDocuments from './fr/documents.json' with { type: 'json' }
import frExport from './fr/export.json' with { type: 'json' }
import frLog from './fr/log.json' with { type: 'json' }
import frProblems from './fr/problems.json' with { type: 'json' }
import frRecord from './fr/record.json' with { type: 'json' }
import type { InterfaceLanguage } from './language.ts'
import { formatMessage, type MessageValues } from './message.ts'

export * from './language.ts'
export * from './message.ts'

/** What server and command line say. The browser loads its catalogues by itself, page by page. */
const CATALOGUES = {
  clauses: { en: enClauses, fr: frClauses },
  cli: { en: enCli, fr: frCli },
  counting: { en: enCounting, fr: frCounting },
  documents: { en: enDocuments, fr: frDocuments },
  export: { en: enExport, fr: frExport },
  log: { en: enLog, fr: frLog },
  problems: { en: enProblems, fr: frProblems },
  record: { en: enRecord, fr: frRecord },
} as const

type Area = keyof typeof CATALOGUES
type Key<A extends Area> = keyof (typeof CATALOGUES)[A]['en'] & string

/** A message of a catalogue: which catalogue, which key, and what its arguments stand for. */
export interface Message<A extends Area> {
  readonly area: A
  readonly key: Key<A>
  readonly values?: MessageValues
}

/** Writes `message` in `language`. The keys are those of the English catalogue. */
export function say<A extends Area>(language: InterfaceLanguage, message: Message<A>): string {
  const catalogue: Readonly<Record<string, string>> = CATALOGUES[message.area][language]
  const pattern = catalogue[message.key]
  if (pattern === undefined) throw new Error(`No message ${message.key} in ${language}`)
  return formatMessage(language, pattern, message.values)
}
