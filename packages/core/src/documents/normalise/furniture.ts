import type { Repair, RepairRule } from '../model.ts'
import type { Line } from './line.ts'

/** What is left of a text after something was taken out of it, and the list of what was taken. */
export interface Cleared {
  readonly lines: readonly Line[]
  readonly repairs: readonly Repair[]
}

/** A line longer than this is text, whatever it looks like. */
const LONGEST_FURNITURE = 120

const LINK = /^https?:\/\/(?:www\.)?(?:undocs\.org|docs\.un\.org|daccess-ods\.un\.org)\/\S+$/i
const SYMBOL = /^(?:A|S|E|ST|CRC|CEDAW|CCPR|HRI|TD|DP)\/[\w./-]*\d(?:\(\d{4}\))?(?: \(\d{4}\))?$/
const RECYCLE = /^(?:Please recycle|Merci de recycler|Se ruega reciclar)\b.{0,3}$/i
const PAGE_NAMED = /^(?:page|página|[–-]) ?\d{1,4}(?: (?:of|de|sur) \d{1,4}| ?[–-])?$/i
const LONE_NUMBER = /^\d{1,3}$/

/** Words of a page foot: "2/11", "23-25555", "GE.23-12345", "(E)", "131223", "*2325555*". */
const FOOT_WORD = /^(?:\d{1,4}\/\d{1,4}|(?:GE\.)?\d{2}-\d{5}\*?|\*\d{5,9}\*)$/
const FOOT_COMPANION = /^(?:\([ACEFRS]\)|\d{6})$/

/**
 * Takes the furniture of pages out of a text: printed links, running heads, page and job numbers,
 * bar codes. The first symbol on a line of its own stays, for it names the document.
 */
export function dropFurniture(lines: readonly Line[]): Cleared {
  const rules = furnitureRules(lines)
  const kept: Line[] = []
  const repairs: Repair[] = []
  let cut = false
  let gap = 0
  for (const [index, line] of lines.entries()) {
    const rule = rules[index] ?? null
    gap = Math.max(gap, line.gap)
    if (rule === null) {
      kept.push(cut ? { ...line, page: true, cut, gap: kept.length === 0 ? 0 : gap } : line)
      cut = false
      gap = 0
    } else {
      repairs.push({ at: line.at, from: line.text, to: '', rule })
      cut = true
    }
  }
  return { lines: kept, repairs }
}

function furnitureRules(lines: readonly Line[]): (RepairRule | null)[] {
  const certain = lines.map((line) => ruleOf(line.text))
  const symbols = new Set<string>()
  return lines.map((line, index) => {
    const rule = certain[index] ?? null
    if (rule !== null || line.text.length > LONGEST_FURNITURE) return rule
    if (LONE_NUMBER.test(line.text))
      return isAtPageEdge(lines, certain, index) ? 'drop-page-number' : null
    if (!SYMBOL.test(line.text)) return null
    const again = symbols.has(line.text) || (index > 0 && isAtPageEdge(lines, certain, index))
    symbols.add(line.text)
    return again ? 'drop-running-head' : null
  })
}

/** The rule by which a line is furniture wherever it stands, or null. */
function ruleOf(text: string): RepairRule | null {
  if (text.length > LONGEST_FURNITURE) return null
  if (LINK.test(text)) return 'drop-page-links'
  if (RECYCLE.test(text)) return 'drop-running-head'
  if (PAGE_NAMED.test(text)) return 'drop-page-number'
  if (!/\d/.test(text)) return null
  const words = text.split(/\s+/)
  if (words.every((word) => FOOT_WORD.test(word) || FOOT_COMPANION.test(word))) {
    return words.some((word) => FOOT_WORD.test(word)) ? 'drop-page-number' : null
  }
  const rest = words.filter((word) => !FOOT_WORD.test(word))
  return rest.length < words.length && SYMBOL.test(rest.join(' ')) ? 'drop-running-head' : null
}

/** A page ends or begins here: at other furniture, at a form feed, at the very end. */
function isAtPageEdge(
  lines: readonly Line[],
  certain: readonly (RepairRule | null)[],
  index: number,
): boolean {
  const next = lines[index + 1]
  const beside = certain[index - 1] ?? certain[index + 1] ?? null
  return beside !== null || (lines[index]?.page ?? false) || next === undefined || next.page
}
