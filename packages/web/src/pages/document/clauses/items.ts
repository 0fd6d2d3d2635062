import type { AddresseeFilter, RenditionAnnotation } from '@vigil/contract/schemas'
import type {
  Clause,
  CorrectedClause,
  Paragraph,
  ThemeCode,
  ViolationCode,
} from '@vigil/core/documents'
import type { ShownKind } from '../address.ts'

/** A clause with what one cites it by: `6 (g).2`, or `2, view 1` for a view of the members. */
export interface ClauseItem {
  readonly clause: CorrectedClause
  readonly isView: boolean
  /** The paragraph as one cites it; without a number of its own, that of what it belongs to, or null. */
  readonly label: string | null
  /** Which text it is there, where nobody numbers it: `2` for the second. Else null. */
  readonly text: number | null
  /** Which clause of its paragraph it is, from 1. */
  readonly number: number
}

/** What narrows the clauses down; undefined lets all through. */
export interface ClauseFilter {
  readonly kind?: ShownKind | undefined
  readonly addressee?: AddresseeFilter | undefined
  readonly violation?: ViolationCode | undefined
  readonly theme?: ThemeCode | undefined
}

/** Clauses and views in the order of the text. A view cannot be corrected, so nobody corrected it. */
export function toItems(
  { clauses, views }: Pick<RenditionAnnotation, 'clauses' | 'views'>,
  paragraphs: readonly Paragraph[],
): ClauseItem[] {
  const labels = new Map(paragraphs.map(({ eid, label }) => [eid, label]))
  const places = new Map(paragraphs.map(({ eid }, index) => [eid, index]))
  const uncorrected = (view: Clause) => ({ ...view, reviewed: false, corrected: [] })
  const all = [
    ...clauses.map((clause) => ({ clause, isView: false })),
    ...views.map((view) => ({ clause: uncorrected(view), isView: true })),
  ]
  const items = all.map((item) => ({
    ...item,
    ...placeIn(item.clause.paragraph, labels),
    number: lastNumber(item.clause.eid),
  }))
  const place = ({ clause }: ClauseItem) => places.get(clause.paragraph) ?? 0
  return items.sort((one, other) => place(one) - place(other) || one.clause.at - other.clause.at)
}

/** What one cites a paragraph by: its label, or what stands around it and which text it is there. */
function placeIn(eid: string, labels: ReadonlyMap<string, string | null>) {
  const own = labels.get(eid) ?? null
  if (own !== null) return { label: own, text: null }
  const parts = eid.split('__')
  const around = parts.map((_, index) => labels.get(parts.slice(0, index).join('__')) ?? null)
  return { label: around.filter((label) => label !== null).at(-1) ?? null, text: lastNumber(eid) }
}

/** The number an address ends in. */
export function lastNumber(eid: string): number {
  return Number(/\d+$/.exec(eid)?.[0] ?? 1)
}

/** Clauses by the paragraph they stand in. */
export function itemsByParagraph(items: readonly ClauseItem[]): Map<string, ClauseItem[]> {
  const groups = new Map<string, ClauseItem[]>()
  for (const item of items) {
    const { paragraph } = item.clause
    if (groups.get(paragraph)?.push(item) === undefined) groups.set(paragraph, [item])
  }
  return groups
}

/** Views of the members are a kind of their own, whatever they say. */
export function kindOf({ clause, isView }: ClauseItem): ShownKind {
  return isView ? 'view' : clause.kind
}

/** Whether a clause gets through every filter. */
export function fits(item: ClauseItem, filter: ClauseFilter): boolean {
  const { kind, addressee, violation, theme } = filter
  const { clause } = item
  return (
    (kind === undefined || kindOf(item) === kind) &&
    (addressee === undefined || addresseesOf(clause).includes(addressee)) &&
    (violation === undefined || clause.violations.includes(violation)) &&
    (theme === undefined || clause.themes.includes(theme))
  )
}

/** Whether anything is narrowed down. */
export function isNarrowed({ kind, addressee, violation, theme }: ClauseFilter): boolean {
  return [kind, addressee, violation, theme].some((one) => one !== undefined)
}

/** Who is asked, as the filter knows them: `unknown` where somebody is, who cannot be told. */
export function addresseesOf({ addressees }: Clause): readonly AddresseeFilter[] {
  return addressees ?? ['unknown']
}

export interface Counted<Code extends string> {
  readonly code: Code
  readonly count: number
}

/** How often each code occurs, in the order of first use. */
export function countCodes<Code extends string>(lists: readonly (readonly Code[])[]) {
  const counts = new Map<Code, number>()
  for (const code of lists.flat()) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, count]): Counted<Code> => ({ code, count }))
}

/**
 * The item before or after the one at `eid` among those that fit. Where `eid` is a clause that does not
 * fit, or no clause, it is the next one in the text (`all`); without a place, the first.
 */
export function itemBeside(
  items: readonly ClauseItem[],
  { eid, by, all }: { eid: string | undefined; by: 1 | -1; all: readonly ClauseItem[] },
): ClauseItem | undefined {
  const fitting = new Set(items)
  const at = all.findIndex(({ clause }) => clause.eid === eid || clause.paragraph === eid)
  if (at === -1) return items[0]
  const isHere = all[at]?.clause.eid === eid
  const rest = by === 1 ? all.slice(isHere ? at + 1 : at) : all.slice(0, at).reverse()
  return rest.find((item) => fitting.has(item))
}
