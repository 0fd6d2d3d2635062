import type { Refusal } from '../extracted.ts'
import { bullet } from '../labels.ts'
import { noteMark } from '../marks.ts'
import { rowOf } from '../rows.ts'
import { closeParagraph, openParagraph, write } from './paragraph.ts'
import { type Setting, type State, emit, startState } from './state.ts'
import { type Attributes, readXml } from './xml.ts'

/** What is no longer, or not yet, part of the text; and second versions of the same drawing. */
const SKIPPED = new Set(['del', 'moveFrom', 'rPrChange', 'pPrChange', 'Fallback'])

/** The paragraphs of a part, and its notes by kind and id. */
interface Body {
  blocks: string[]
  notes: Map<string, string[]>
}

/**
 * The paragraphs of a part in order, each one line (more where line breaks were typed), with the labels
 * of automatic lists in front. Tracked changes are taken as accepted, hidden text is left out. A table
 * row of short cells is one line with tabs between them.
 */
export function readBody(part: Uint8Array, setting: Setting): Body | Refusal {
  const state = startState(setting)
  const refusal = readXml(part, {
    open: (name, attributes) => open(state, name, attributes),
    close: (name) => close(state, name),
    text: (text) => hear(state, text),
  })
  return refusal ?? { blocks: state.sinks[0] ?? [], notes: state.notes }
}

function open(state: State, name: string, attributes: Attributes): void {
  const isMark = state.inProperties && name === 'del'
  if (state.skipping > 0 || (SKIPPED.has(name) && !isMark)) state.skipping += 1
  else OPENERS.get(name)?.(state, attributes)
}

function close(state: State, name: string): void {
  if (state.skipping > 0) state.skipping -= 1
  else CLOSERS.get(name)?.(state)
}

function hear(state: State, text: string): void {
  if (state.skipping > 0 || !state.inText) return
  write(state, state.raised && /^\d{1,3}$/.test(text) ? noteMark(text) : text)
}

const OPENERS = table<(state: State, attributes: Attributes) => void>({
  p: openParagraph,
  pPr: (state) => (state.inProperties = true),
  pStyle: (state, { val = '' }) => change(state, { style: val }),
  numId: (state, { val = '0' }) => change(state, { list: val }),
  ilvl: (state, { val = '0' }) => change(state, { level: Number(val) }),
  del: (state) => change(state, { open: true }),
  r: (state) => Object.assign(state, { hidden: false, raised: false }),
  vanish: (state, { val }) => {
    if (!state.inProperties) state.hidden = isOn(val)
  },
  vertAlign: (state, { val }) => {
    if (!state.inProperties) state.raised = val === 'superscript'
  },
  t: (state) => (state.inText = true),
  tab: (state) => {
    if (!state.inProperties) write(state, ' ')
  },
  br: (state) => write(state, '\n'),
  cr: (state) => write(state, '\n'),
  noBreakHyphen: (state) => write(state, '-'),
  sym: (state, { char = '' }) => write(state, symbol(char)),
  footnoteReference: (state, attributes) => refer(state, 'footnote', attributes),
  endnoteReference: (state, attributes) => refer(state, 'endnote', attributes),
  tr: (state) => state.rows.push([]),
  tc: (state) => state.sinks.push([]),
  txbxContent: (state) => state.sinks.push([]),
  footnote: (state, attributes) => openNote(state, 'footnote', attributes),
  endnote: (state, attributes) => openNote(state, 'endnote', attributes),
})

const CLOSERS = table<(state: State) => void>({
  p: closeParagraph,
  pPr: (state) => (state.inProperties = false),
  t: (state) => (state.inText = false),
  tc: (state) => {
    const cell = state.sinks.pop()
    if (cell) state.rows.at(-1)?.push(cell)
  },
  tr: (state) => emit(state, ...rowOf(state.rows.pop() ?? [])),
  txbxContent: (state) => {
    const box = state.sinks.pop() ?? []
    const holder = state.paragraphs.at(-1)
    if (holder) holder.boxes.push(...box)
    else emit(state, ...box)
  },
  footnote: (state) => state.sinks.pop(),
  endnote: (state) => state.sinks.pop(),
})

/** Looked up by names from outside, which an object's own methods must not answer. */
function table<Handler>(handlers: Record<string, Handler>): ReadonlyMap<string, Handler> {
  return new Map(Object.entries(handlers))
}

function change(state: State, to: Partial<State['paragraphs'][number]>): void {
  const paragraph = state.paragraphs.at(-1)
  if (paragraph && state.inProperties) Object.assign(paragraph, to)
}

/** Switches are on by being there, unless they say otherwise. */
function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off'
}

function symbol(code: string): string {
  const point = Number.parseInt(code, 16)
  return point >= 0x20 && point <= 0xffff ? bullet(String.fromCharCode(point)) : ''
}

/** A note whose author typed a mark of their own has it in the text already. */
function refer(state: State, kind: string, { id = '', customMarkFollows }: Attributes): void {
  state.setting.notes.push(`${kind} ${id}`)
  const isOwn = customMarkFollows !== undefined && isOn(customMarkFollows)
  if (!isOwn) write(state, noteMark(state.setting.notes.length))
}

/** Typed notes are the lines that part notes from the text. */
function openNote(state: State, kind: string, { id = '', type = 'normal' }: Attributes): void {
  const note: string[] = []
  state.sinks.push(note)
  if (type === 'normal') state.notes.set(`${kind} ${id}`, note)
}
