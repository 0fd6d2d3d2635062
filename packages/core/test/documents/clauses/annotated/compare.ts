import type { Clause } from '../../../../src/documents/annotation.ts'
import { rowsOf } from '../../citations/support.ts'
import addresseeCodes from './addressees.json' with { type: 'json' }

/** What is laid side by side: the annotation of one careful reader, and what the program reads. */
export const FIELDS = [
  'boundaries',
  'kind',
  'class',
  'strength',
  'verb',
  'addressees',
  'implementers',
  'continuing',
  'urgent',
  'violations',
  'themes',
] as const
export type Field = (typeof FIELDS)[number]

/** One field of one clause where the two differ. */
export interface Difference {
  readonly eid: string
  readonly field: Field
  readonly annotation: string
  readonly reader: string
}

/** How often a code is in both, only in what the program reads, or only in the annotation. */
export interface Count {
  readonly code: string
  both: number
  read: number
  annotated: number
}

/** The whole comparison. */
export interface Comparison {
  readonly annotated: readonly string[]
  readonly read: readonly string[]
  readonly directives: number
  readonly differences: readonly Difference[]
  readonly violations: readonly Count[]
  readonly themes: readonly Count[]
}

type Row = Record<string, string>
type Side = Record<Field, string>

/** Lays clauses beside the rows of `mali_2023_directed_actions.csv`, field by field. */
export function compareClauses(clauses: readonly Clause[], csv: string): Comparison {
  const rows = rowsOf(csv)
  const byEid = new Map(clauses.map((clause) => [clause.eid, clause]))
  const pairs = rows.flatMap((row) => {
    const clause = byEid.get(row['id'] ?? '')
    return clause ? [{ row, clause }] : []
  })
  return {
    annotated: rows.map((row) => row['id'] ?? ''),
    read: clauses.map(({ eid }) => eid),
    directives: rows.filter(isDirective).length,
    differences: pairs.flatMap(({ row, clause }) => differencesOf(row, clause)),
    violations: countCodes(pairs, 'violations'),
    themes: countCodes(pairs, 'themes'),
  }
}

/** The harmonic mean of precision and recall over all codes together. */
export function f1(counts: readonly Count[]): number {
  const sum = (key: 'both' | 'read' | 'annotated') =>
    counts.reduce((total, count) => total + count[key], 0)
  return (2 * sum('both')) / (2 * sum('both') + sum('read') + sum('annotated'))
}

function differencesOf(row: Row, clause: Clause): Difference[] {
  const annotation = annotatedSide(row, clause)
  const reader = readSide(row, clause)
  return FIELDS.filter((field) => annotation[field] !== reader[field]).map((field) => ({
    eid: clause.eid,
    field,
    annotation: annotation[field],
    reader: reader[field],
  }))
}

function annotatedSide(row: Row, clause: Clause): Side {
  const of = (name: string) => row[name] ?? ''
  return {
    boundaries: `${of('words')} words from “${of('incipit').replace(/ ?\.\.\.$/u, '')}”`,
    kind: of('kind'),
    class: of('verb_lemma'),
    strength: of('strength'),
    verb: of('verb_as_written').toLowerCase(),
    addressees: isDirective(row) ? codesOf(of('clause_addressee')) : 'nobody',
    implementers: named(of('implementer'), clause.implementers.length > 0),
    continuing: of('continuing'),
    urgent: of('urgent'),
    violations: sorted(of('violations')),
    themes: sorted(of('themes')),
  }
}

function readSide(row: Row, clause: Clause): Side {
  const incipit = row['incipit']?.replace(/ ?\.\.\.$/u, '') ?? ''
  const opening = clause.text.startsWith(incipit) ? incipit : clause.text.slice(0, incipit.length)
  return {
    boundaries: `${clause.text.split(/\s+/u).length} words from “${opening}”`,
    kind: clause.kind,
    class: clause.lemma ?? 'none',
    strength: String(clause.strength),
    verb: clause.verb ?? 'none',
    addressees: addresseesOf(clause),
    implementers: named(clause.implementers.join('; '), (row['implementer'] ?? '') !== ''),
    continuing: clause.continuing ? 'yes' : 'no',
    urgent: clause.urgent ? 'yes' : 'no',
    violations: sorted(clause.violations.join(' ')),
    themes: sorted(clause.themes.join(' ')),
  }
}

function isDirective(row: Row): boolean {
  return row['directive'] === 'yes'
}

/** The annotation names addressees in words; unknown words are an error of the list of words. */
function codesOf(words: string): string {
  const known: Readonly<Record<string, readonly string[]>> = addresseeCodes
  const codes = known[words]
  if (codes === undefined) throw new Error(`no code for the addressee “${words}”`)
  return codes.toSorted().join(' ')
}

function addresseesOf({ addressees }: Clause): string {
  if (addressees === null) return 'cannot be told'
  return addressees.length === 0 ? 'nobody' : addressees.toSorted().join(' ')
}

/** Words for implementers are free: only whether there are any is compared. */
function named(words: string, otherNames: boolean): string {
  return words !== '' && otherNames ? 'named' : words
}

function sorted(codes: string): string {
  return codes.split(' ').filter(Boolean).toSorted().join(' ')
}

function countCodes(
  pairs: readonly { row: Row; clause: Clause }[],
  field: 'violations' | 'themes',
): Count[] {
  const counts = new Map<string, Count>()
  for (const { row, clause } of pairs) {
    const annotated = new Set((row[field] ?? '').split(' ').filter(Boolean))
    const read = new Set<string>(clause[field])
    for (const code of new Set([...annotated, ...read])) {
      const count = counts.get(code) ?? { code, both: 0, read: 0, annotated: 0 }
      if (annotated.has(code) && read.has(code)) count.both += 1
      else if (read.has(code)) count.read += 1
      else count.annotated += 1
      counts.set(code, count)
    }
  }
  return [...counts.values()].toSorted((one, other) => one.code.localeCompare(other.code, 'en'))
}
