import type { ListedAction } from '@vigil/contract/schemas'
import { type InterfaceLanguage, type Message, say } from '@vigil/core/i18n'
import type { z } from 'zod'
import type { Cell } from '../sheets/cell.ts'

type Action = z.input<typeof ListedAction>
type Heading = Extract<Message<'export'>['key'], `column.${string}`>
type Name = Message<'clauses'>['key']

/** A column of the exported list: its heading, its width in characters, what stands in it. */
interface Column {
  readonly heading: Heading
  readonly width: number
  readonly cell: (action: Action, language: InterfaceLanguage) => Cell
}

/** What an exported list tells of a clause: names for people first, codes for programs at the end. */
const COLUMNS: readonly Column[] = [
  { heading: 'column.symbol', width: 18, cell: ({ symbol }) => symbol },
  { heading: 'column.title', width: 40, cell: ({ title }) => title },
  { heading: 'column.date', width: 12, cell: ({ date }) => date },
  { heading: 'column.language', width: 10, cell: ({ language }) => language },
  { heading: 'column.paragraph', width: 12, cell: ({ label }) => label },
  { heading: 'column.clause', width: 28, cell: ({ eid }) => eid },
  { heading: 'column.text', width: 80, cell: ({ text }) => text },
  { heading: 'column.kind', width: 20, cell: ({ kind }, to) => name(to, `clauseKind.${kind}`) },
  { heading: 'column.verb', width: 20, cell: ({ verb }) => verb },
  {
    heading: 'column.verbClass',
    width: 20,
    cell: ({ lemma }, to) => lemma && name(to, `verbClass.${lemma}`),
  },
  { heading: 'column.strength', width: 10, cell: ({ strength }) => strength },
  {
    heading: 'column.addressees',
    width: 30,
    cell: ({ addressees }, to) =>
      names(
        to,
        (addressees ?? ['unknown' as const]).map((code) => `addressee.${code}` as const),
      ),
  },
  {
    heading: 'column.violations',
    width: 30,
    cell: ({ violations }, to) =>
      names(
        to,
        violations.map((code) => `violation.${code}` as const),
      ),
  },
  {
    heading: 'column.themes',
    width: 30,
    cell: ({ themes }, to) =>
      names(
        to,
        themes.map((code) => `theme.${code}` as const),
      ),
  },
  {
    heading: 'column.continuing',
    width: 10,
    cell: ({ continuing }, to) => yesOrNo(to, continuing),
  },
  { heading: 'column.urgent', width: 10, cell: ({ urgent }, to) => yesOrNo(to, urgent) },
  { heading: 'column.reviewed', width: 10, cell: ({ reviewed }, to) => yesOrNo(to, reviewed) },
  { heading: 'column.corrected', width: 10, cell: ({ corrected }, to) => yesOrNo(to, corrected) },
  { heading: 'column.kindCode', width: 12, cell: ({ kind }) => kind },
  { heading: 'column.verbClassCode', width: 16, cell: ({ lemma }) => lemma },
  { heading: 'column.addresseeCodes', width: 20, cell: ({ addressees }) => codes(addressees) },
  { heading: 'column.violationCodes', width: 20, cell: ({ violations }) => codes(violations) },
  { heading: 'column.themeCodes', width: 20, cell: ({ themes }) => codes(themes) },
]

/** The widths of the columns. */
export const WIDTHS: readonly number[] = COLUMNS.map(({ width }) => width)

/** The headings in a language. */
export function headingsIn(language: InterfaceLanguage): string[] {
  return COLUMNS.map(({ heading }) => say(language, { area: 'export', key: heading }))
}

/** One clause as a row. */
export function toRow(action: Action, language: InterfaceLanguage): Cell[] {
  return COLUMNS.map(({ cell }) => cell(action, language))
}

function name(language: InterfaceLanguage, key: Name): string {
  return say(language, { area: 'clauses', key })
}

function names(language: InterfaceLanguage, keys: readonly Name[]): string {
  return keys.map((key) => name(language, key)).join('; ')
}

function codes(list: readonly string[] | null): string | null {
  return list && list.join(' ')
}

function yesOrNo(language: InterfaceLanguage, value: boolean): string {
  return say(language, { area: 'export', key: value ? 'yes' : 'no' })
}
