import type { Repair } from '../model.ts'
import type { Line } from './line.ts'

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“' }
const LEAST_PARAGRAPHS = 3
/** Points inside a quoted text often lack the mark that its paragraphs have. */
const SHARE_OF_QUOTED = 0.5

/** What the rule looks at: the lines of a paragraph and how many marks it opens more than it closes. */
interface Quoted {
  readonly lines: readonly Line[]
  readonly opens: boolean
  readonly closes: boolean
  readonly balance: number
}

/**
 * Finds the marks of a quotation that runs over many paragraphs, each opened by a mark and only the
 * last one closed. Quotations inside a paragraph are left alone.
 */
export function findQuotation(paragraphs: readonly (readonly Line[])[]): Repair[] {
  const mark = markOf(paragraphs.find((lines) => markOf(lines) !== '') ?? [])
  if (mark === '') return []
  const quoted = paragraphs.map((lines) => look(lines, mark))
  const first = quoted.findIndex(isOpened)
  const lastOpened = quoted.findLastIndex(isOpened)
  const end = quoted.findIndex((paragraph, index) => index > lastOpened && isClosed(paragraph))
  const within = quoted.slice(first, Math.max(lastOpened, end) + 1)
  const opened = within.filter((paragraph) => paragraph.opens)
  if (opened.length < LEAST_PARAGRAPHS || opened.length < within.length * SHARE_OF_QUOTED) return []
  return [
    ...opened.flatMap(openingRepair),
    ...(quoted[end] ? closingRepair(quoted[end], mark) : []),
  ]
}

/** The lines of a paragraph without the marks at the given offsets. */
export function withoutMarks(lines: readonly Line[], marks: ReadonlySet<number>): readonly Line[] {
  if (marks.size === 0) return lines
  return lines.map((line) => {
    const front = marks.has(line.at) ? 1 : 0
    const back = line.end - 1 > line.at && marks.has(line.end - 1) ? 1 : 0
    const text = line.text.slice(front, line.text.length - back)
    return { ...line, at: line.at + front, end: line.end - back, text }
  })
}

function markOf(lines: readonly Line[]): string {
  const mark = lines[0]?.text.charAt(0) ?? ''
  return CLOSING[mark] !== undefined && isOpened(look(lines, mark)) ? mark : ''
}

function look(lines: readonly Line[], mark: string): Quoted {
  const closing = CLOSING[mark] ?? ''
  let balance = 0
  for (const { text } of lines) balance += text.split(mark).length - text.split(closing).length
  return {
    lines,
    balance,
    opens: lines[0]?.text.startsWith(mark) ?? false,
    closes: lines.at(-1)?.text.endsWith(closing) ?? false,
  }
}

function isOpened(paragraph: Quoted): boolean {
  return paragraph.opens && paragraph.balance > 0
}

function isClosed(paragraph: Quoted): boolean {
  return paragraph.closes && (paragraph.balance < 0 || (paragraph.balance === 0 && paragraph.opens))
}

function openingRepair({ lines: [first] }: Quoted): Repair[] {
  return first ? [drop(first.at, first.text.charAt(0))] : []
}

function closingRepair({ lines }: Quoted, mark: string): Repair[] {
  const last = lines.at(-1)
  return last ? [drop(last.end - 1, CLOSING[mark] ?? '')] : []
}

function drop(at: number, mark: string): Repair {
  return { at, from: mark, to: '', rule: 'drop-quotation-of-whole-text' }
}
