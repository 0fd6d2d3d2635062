import { tidy } from '../rows.ts'
import { levelOfStyle } from './numbering.ts'
import { type Paragraph, type State, emit } from './state.ts'
import { listOfStyle } from './styles.ts'

const DEEPEST_LEVEL = 8

/** Begins a paragraph. */
export function openParagraph(state: State): void {
  const paragraph = { text: '', style: '', list: null, level: null, open: false, boxes: [] }
  state.paragraphs.push(paragraph)
}

/** Ends a paragraph: its label in front, blanks collapsed, text boxes behind it. */
export function closeParagraph(state: State): void {
  const paragraph = state.paragraphs.pop()
  if (!paragraph) return
  const text = state.carried + paragraph.text
  state.carried = paragraph.open ? text : ''
  if (!paragraph.open) {
    const label = labelOf(paragraph, state)
    const line = tidy(text)
    if (line !== '') emit(state, label === '' ? line : `${label} ${line}`)
  }
  emit(state, ...paragraph.boxes)
}

/** Adds text to the paragraph being read. */
export function write(state: State, text: string): void {
  const paragraph = state.paragraphs.at(-1)
  if (paragraph && !state.hidden) paragraph.text += text
}

function labelOf(paragraph: Paragraph, state: State): string {
  const { numbering, styles, count } = state.setting
  const inherited = listOfStyle(styles, paragraph.style)
  const list = paragraph.list ?? inherited?.list ?? '0'
  // List 0 is Word's way of saying "in no list, whatever the style says".
  if (list === '0') return ''
  const level =
    paragraph.level ?? inherited?.level ?? levelOfStyle(numbering, list, paragraph.style)
  return Number.isInteger(level) ? count(list, Math.min(Math.max(level, 0), DEEPEST_LEVEL)) : ''
}
