import { RepairRule, type Repair } from '@vigil/core/documents'

/** A repair with the words around it, as a person would quote it. */
export interface QuotedRepair {
  readonly index: number
  readonly before: string
  /** What stood there, blanks made visible, long texts shortened. */
  readonly from: string
  readonly to: string
  readonly after: string
}

/** All repairs by one rule, in the order of the text. */
export interface RuleGroup {
  readonly rule: RepairRule
  readonly repairs: readonly number[]
}

const LONGEST = 80
const AROUND = 16

/** Repairs grouped by rule, the rule used most first. */
export function groupByRule(repairs: readonly Repair[]): RuleGroup[] {
  return RepairRule.options
    .map((rule) => ({ rule, repairs: indexesOf(repairs, rule) }))
    .filter((group) => group.repairs.length > 0)
    .sort((a, b) => b.repairs.length - a.repairs.length)
}

function indexesOf(repairs: readonly Repair[], rule: RepairRule): number[] {
  return repairs.flatMap((repair, index) => (repair.rule === rule ? [index] : []))
}

/** Quotes repair number `index` with up to 16 units of the source on each side, on one line. */
export function quoteRepair(
  extracted: string,
  repairs: readonly Repair[],
  index: number,
): QuotedRepair | undefined {
  const repair = repairs[index]
  if (!repair) return undefined
  const end = repair.at + repair.from.length
  return {
    index,
    before: lastWords(extracted.slice(Math.max(0, repair.at - AROUND), repair.at)),
    from: shorten(showBlanks(repair.from)),
    to: shorten(repair.to),
    after: firstWords(extracted.slice(end, end + AROUND)),
  }
}

function showBlanks(text: string): string {
  return text
    .replace(/\r?\n/g, '↵')
    .replace(/[ \t\u00a0]/g, (blank) => (text.trim() === '' ? '␣' : blank))
    .replace(/(?:↵\s*){3,}/g, '↵↵ ')
}

function shorten(text: string): string {
  return text.length <= LONGEST
    ? text
    : `${text.slice(0, LONGEST / 2)} … ${text.slice(-LONGEST / 2)}`
}

/** The end of `text` on its last line, from a word's start where there is one. */
function lastWords(text: string): string {
  const line = text.split('\n').at(-1) ?? ''
  return line.length < AROUND ? line.trimStart() : line.replace(/^\S*\s+(?=\S)/, '')
}

function firstWords(text: string): string {
  const line = text.split('\n')[0] ?? ''
  return line.length < AROUND ? line.trimEnd() : line.replace(/(\S)\s+\S*$/, '$1')
}
