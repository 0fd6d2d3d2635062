import type { AddresseeFilter, RenditionAnnotation } from '@vigil/contract/schemas'
import type {
  Clause,
  ClauseKind,
  CorrectedClause,
  Paragraph,
  ThemeCode,
  ViolationCode,
} from '@vigil/core/documents'

/** A clause with what one cites it by: `6 (g).2`, or `2, view 1` for a view of the members. */
export interface ClauseItem {
  readonly clause: CorrectedClause
  readonly isView: boolean
  /** The paragraph as one cites it, or null where nobody numbers it. */
  readonly label: string | null
  /** Which clause of its paragraph it is, from 1. */
  readonly number: number
}

/** What narrows the clauses down; undefined lets all through. */
export interface ClauseFilter {
  readonly kind?: ClauseKind | undefined
  readonly addressee?: AddresseeFilter | undefined
  readonly violation?: ViolationCode | undefined
  readonly theme?: ThemeCode | undefined
}

/** Clauses and views in the order of the text. A view cannot be corrected, so nobody corrected it. */
export function toItems(
  { clauses, views }: Pick<RenditionAnnotation, 'clauses' | 'views'>,
  paragraphs: readonly Paragraph[],
): ClauseItem[] {
  const places = new Map(paragraphs.map(({ eid, label }, index) => [eid, { label, index }]))
  const uncorrected = (view: Clause) => ({ ...view, reviewed: false, corrected: [] })
  const all = [
    ...clauses.map((clause) => ({ clause, isView: false })),
    ...views.map((view) => ({ clause: uncorrected(view), isView: true })),
  ]
  const items = all.map((item) => ({
    ...item,
    label: places.get(item.clause.paragraph)?.label ?? null,
    number: Number(/\d+$/.exec(item.clause.eid)?.[0] ?? 1),
  }))
  const place = ({ clause }: ClauseItem) => places.get(clause.paragraph)?.index ?? 0
  return items.sort((one, other) => place(one) - place(other) || one.clause.at - other.clause.at)
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

/** Whether a clause gets through every filter. */
export function fits(clause: Clause, filter: ClauseFilter): boolean {
  const { kind, addressee, violation, theme } = filter
  return (
    (kind === undefined || clause.kind === kind) &&
    (addressee === undefined || addresseesOf(clause).includes(addressee)) &&
    (violation === undefined || clause.violations.includes(violation)) &&
    (theme === undefined || clause.themes.includes(theme))
  )
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

/** The item before or after the one at `eid` among those that fit; without one, the first. */
export function itemBeside(
  items: readonly ClauseItem[],
  eid: string | undefined,
  by: 1 | -1,
): ClauseItem | undefined {
  const at = items.findIndex(({ clause }) => clause.eid === eid)
  return at === -1 ? items[0] : items[at + by]
}
