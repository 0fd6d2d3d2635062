import { noteMark } from '../marks.ts'
import { rowOf } from '../rows.ts'
import { nextMarker, openList } from './lists.ts'
import { type State, flush } from './state.ts'

type Attributes = Readonly<Record<string, string>>

/** Elements whose content is never read as text of the page. */
const SKIPPED = new Set(
  'head script style template noscript svg math iframe object canvas audio video select button textarea del'.split(
    ' ',
  ),
)

/** Elements that end the paragraph before them and their own. */
const BLOCKS = new Set(
  (
    'html body p div section article header footer main nav aside h1 h2 h3 h4 h5 h6 ul ol li dl dt dd ' +
    'table caption thead tbody tfoot tr td th blockquote pre figure figcaption address form fieldset ' +
    'legend hr center details summary'
  ).split(' '),
)

/** Elements without content, which never close what they open. */
const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

export function open(state: State, name: string, attributes: Attributes): void {
  if (state.skipping > 0 || SKIPPED.has(name) || isHidden(attributes)) {
    if (!VOID.has(name)) state.skipping += 1
    return
  }
  if (BLOCKS.has(name)) flush(state)
  OPENERS.get(name)?.(state, attributes)
}

export function close(state: State, name: string): void {
  if (state.skipping > 0) {
    if (!VOID.has(name)) state.skipping -= 1
    return
  }
  if (BLOCKS.has(name)) flush(state)
  CLOSERS.get(name)?.(state)
}

/** Adds text; outside preformatted text line breaks of the source are blanks. */
export function hear(state: State, text: string): void {
  if (state.skipping > 0) return
  if (state.raised > 0 && /^\s*\d{1,3}\s*$/.test(text)) state.text += noteMark(text.trim())
  else state.text += state.preformatted > 0 ? text : text.replaceAll('\n', ' ')
}

function isHidden(attributes: Attributes): boolean {
  if ('hidden' in attributes) return true
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes['style'] ?? '')
}

const OPENERS = new Map<string, (state: State, attributes: Attributes) => void>([
  ['br', (state) => (state.text += '\n')],
  ['pre', (state) => (state.preformatted += 1)],
  ['sup', (state) => (state.raised += 1)],
  ['ol', (state, attributes) => state.lists.push(openList('ol', attributes))],
  ['ul', (state, attributes) => state.lists.push(openList('ul', attributes))],
  ['li', openItem],
  ['tr', (state) => state.rows.push([])],
  ['td', (state) => state.sinks.push([])],
  ['th', (state) => state.sinks.push([])],
])

const CLOSERS = new Map<string, (state: State) => void>([
  ['pre', (state) => (state.preformatted -= 1)],
  ['sup', (state) => (state.raised -= 1)],
  ['ol', closeList],
  ['ul', closeList],
  ['li', (state) => (state.marker = '')],
  ['tr', closeRow],
  ['td', closeCell],
  ['th', closeCell],
])

function openItem(state: State, attributes: Attributes): void {
  const list = state.lists.at(-1)
  state.marker = list ? nextMarker(list, attributes['value']) : '•'
}

function closeList(state: State): void {
  state.lists.pop()
  state.marker = ''
}

/** A cell outside any row belongs to the page. */
function closeCell(state: State): void {
  const cell = state.sinks.length > 1 ? state.sinks.pop() : undefined
  if (!cell) return
  const row = state.rows.at(-1)
  if (row) row.push(cell)
  else state.sinks.at(-1)?.push(...cell)
}

function closeRow(state: State): void {
  const cells = state.rows.pop()
  if (cells) state.sinks.at(-1)?.push(...rowOf(cells))
}
