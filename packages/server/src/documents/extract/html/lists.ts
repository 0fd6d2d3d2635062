import { formatNumber } from '../labels.ts'

/** A list being read. */
export interface List {
  format: string
  next: number
  step: 1 | -1
}

const FORMATS: ReadonlyMap<string, string> = new Map([
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['1', 'decimal'],
  ['lower-alpha', 'lowerLetter'],
  ['lower-latin', 'lowerLetter'],
  ['upper-alpha', 'upperLetter'],
  ['upper-latin', 'upperLetter'],
  ['lower-roman', 'lowerRoman'],
  ['upper-roman', 'upperRoman'],
  ['decimal', 'decimal'],
  ['none', 'none'],
])

/** The list that an `ol` or `ul` with these attributes begins. */
export function openList(tag: string, attributes: Readonly<Record<string, string>>): List {
  const start = Number.parseInt(attributes['start'] ?? '1', 10)
  return {
    format: toldFormat(attributes) ?? (tag === 'ol' ? 'decimal' : 'bullet'),
    next: Number.isNaN(start) ? 1 : start,
    step: 'reversed' in attributes ? -1 : 1,
  }
}

function toldFormat(attributes: Readonly<Record<string, string>>): string | undefined {
  const style = /list-style(?:-type)?:\s*([\w-]+)/.exec(attributes['style'] ?? '')?.[1]
  return FORMATS.get(style ?? '') ?? FORMATS.get(attributes['type'] ?? '')
}

/**
 * The marker of the next item: `1.` for figures, `(a)` and `(i)` for letters as United Nations
 * documents print them (a page's own style sheet is not read), `•` for lists without order.
 */
export function nextMarker(list: List, value: string | undefined): string {
  const given = Number.parseInt(value ?? '', 10)
  const number = Number.isNaN(given) ? list.next : given
  list.next = number + list.step
  if (list.format === 'none') return ''
  if (list.format === 'bullet') return '•'
  const label = formatNumber(number, list.format)
  return list.format === 'decimal' ? `${label}.` : `(${label})`
}

const TYPED_MARKER = /^(?:\(?(?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,6})[.)]|[–—•·-])\s/iu

/** Sets the marker before an item, unless its author typed one. */
export function withMarker(marker: string, text: string): string {
  return marker === '' || TYPED_MARKER.test(text) ? text : `${marker} ${text}`
}
