import type { Paragraph } from '../model.ts'
import type { Place } from './place.ts'

/** A numbered paragraph, point or stretch of text that may hold points. `place` is null for text without a number. */
export interface OpenPart {
  readonly place: Place | null
  readonly eid: string
  readonly label: string | null
  readonly level: number
}

/**
 * A part of a document that numbers its paragraphs on its own: the body, or one annex. `open` is the
 * way from the paragraph being read down to its innermost point.
 */
export interface Scope {
  readonly prefix: string
  readonly cited: string
  open: OpenPart[]
  numbered: boolean
  inPreamble: boolean
  closing: boolean
  last: Paragraph['kind'] | null
  readonly headings: Map<Place['style'], number>
  readonly counts: Map<string, number>
}

/** A scope in which nothing has been read. `prefix` opens its addresses, `cited` its labels. */
export function newScope(prefix: string, cited: string): Scope {
  return {
    prefix,
    cited,
    open: [],
    numbered: false,
    inPreamble: false,
    closing: false,
    last: null,
    headings: new Map(),
    counts: new Map(),
  }
}

/** The next address of a kind within a scope: `heading_1`, `heading_2`, `annex_1__item_1`. */
export function nextAddress(scope: Scope, name: string, parent?: OpenPart): string {
  const base = parent === undefined ? `${scope.prefix}${name}` : `${parent.eid}__${name}`
  const count = (scope.counts.get(base) ?? 0) + 1
  scope.counts.set(base, count)
  return `${base}_${count}`
}
