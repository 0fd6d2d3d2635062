import { lettered } from '../lettered.ts'
import { findActAt, type Act } from './acts.ts'
import type { ActKind } from './numbering.ts'
import { match } from './symbol.ts'

const KEYWORD = lettered(
  String.raw`(?<!\p{L})(?:(?:resolutions?|résolutions?|resoluci(?:ón|ones)|резолюци\p{L}{1,3}|(?:UN)?SCRs?|d[eé]cisions?)\s(?:nos?\.?\s)?|(?:ال)?قرار\p{L}{0,3}\s(?:(?:الجمعية العامة|مجلس الأمن|مجلس حقوق الإنسان|المجلس الاقتصادي والاجتماعي)\s)?)|第\s?(?=\d{1,4}(?: ?[(（]|/\d{1,4}号))`,
  'gi',
)
const DECISION = /^d[eé]c/i
/** Another list begins: what follows belongs to it. */
const ANOTHER = /r[eé]solu|резолюци|SCR|d[eé]cision|قرار|第/i
const PLURAL = /s\s|ones\s|ций|циях|ции/i

const DATE = String.raw`(?: (?:of|on|du|de|от) \d{1,2}(?:er)? (?:de )?\p{L}{3,10}(?: de)? \d{4})`
const JOINER = String.raw`(?:,? (?:and|et|or|ou|y|и|to|as well as|ainsi que) (?:to )?|[,،] ?(?:و ?)?| ?و ?)`
const BETWEEN = new RegExp(`${DATE}?${JOINER}`, 'iuy')
/** What a resolution is on, between two of a list: `77/201 of 15 December 2022 on bullying, 78/5`. */
const SUBJECT = new RegExp(
  `${DATE},? (?:on|entitled|sur|relative|intitulée)[^.;()]{1,160}?${JOINER}(?=\\d{1,3}/\\d)`,
  'iuy',
)

/** The numbers that follow one word for resolution or decision. */
export interface ActList {
  readonly kind: ActKind
  /** Where the word itself begins, and where the last number ends. */
  readonly at: number
  readonly end: number
  readonly acts: readonly Act[]
}

/** Every resolution and decision that `text` cites after a word that says so, list by list. */
export function findActLists(text: string): ActList[] {
  const lists: ActList[] = []
  for (const found of text.matchAll(KEYWORD)) {
    const acts = readActs(text, found.index + found[0].length, PLURAL.test(found[0]))
    const last = acts.at(-1)
    if (last === undefined) continue
    const kind = DECISION.test(found[0]) ? 'DEC' : 'RES'
    lists.push({ kind, at: found.index, end: last.at + last.words.length, acts })
  }
  return lists
}

function readActs(text: string, from: number, plural: boolean): Act[] {
  const acts: Act[] = []
  let act = findActAt(text, from)
  while (act !== undefined) {
    acts.push(act)
    act = findNext(text, act, plural)
  }
  return acts
}

function findNext(text: string, last: Act, plural: boolean): Act | undefined {
  const end = last.at + last.words.length
  const next = findAfter(BETWEEN, text, end) ?? (plural ? findAfter(SUBJECT, text, end) : undefined)
  const bare = next?.form === 'number'
  return bare && (last.form !== 'number' || !plural) ? undefined : next
}

function findAfter(gap: RegExp, text: string, end: number): Act | undefined {
  const found = match(gap, text, end)
  if (found === undefined || ANOTHER.test(found[0])) return undefined
  return findActAt(text, end + found[0].length)
}
