import { lettered } from '../lettered.ts'
import { match } from './symbol.ts'

const WORD = String.raw`(?:paragraphs?|paras?\.?|paragraphes?|párrafos?|пункт\p{L}{0,3})`
/** How each such word begins: soon made ready, unlike the expressions with them. */
const BEGINS = /para|párr|пункт/iu
const POINT = String.raw` ?\(?[a-z]{1,4}\)`
const NUMBER = String.raw`\d{1,3}(?:${POINT}){0,3}`
const JOINER = String.raw`(?:, |,? (?:and|to|et|à|y|a|и) | ?[-–] ?)`
const LIST = `${NUMBER}(?:${JOINER}(?:${NUMBER}|${POINT.slice(2)})){0,15}`

const BEFORE = new RegExp(
  String.raw`(?<!\p{L})${WORD} (${LIST}),? (?:of|in|de|du|des|del) ((?:[\p{L}’']{1,16} ){0,6})$`,
  'iu',
)
const AFTER = lettered(String.raw`[)\]]?[,;]? \(?${WORD} ?(${LIST})(?![\p{L}\d])`, 'iy')
/** These have paragraphs of their own. */
const WITHIN = /annex|appendi|enclosure|statement|letter|appel|lettre/i
const REACH = 140

/** The paragraph of the document cited at `at`, as printed before it (`paragraph 7 (b) of …`); null where none is. */
export function paragraphBefore(text: string, at: number): string | null {
  const before = text.slice(Math.max(0, at - REACH), at)
  const found = BEGINS.test(before) ? BEFORE.exec(before) : null
  return found === null || WITHIN.test(found[2] ?? '') ? null : (found[1] ?? null)
}

/** The paragraph as printed after a citation that ends at `end` (`…, para. 15`); null where none is. */
export function paragraphAfter(text: string, end: number): string | null {
  return match(AFTER, text, end)?.[1] ?? null
}
