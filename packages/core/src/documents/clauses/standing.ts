import type { VerbClass } from '../codes.ts'
import type { Head, HeadReader } from './verbs/index.ts'

/**
 * What stands between two clauses: nothing (`start`), a semicolon or colon (`strong`), a comma, “and”,
 * both, or the end of a sentence (`stop`).
 */
export type Joint = 'start' | 'strong' | 'commaAnd' | 'comma' | 'stop' | 'and'

/** A verb that may open a clause: what is before it. */
interface Place {
  readonly joint: Joint
  readonly at: number
  readonly last: Head | undefined
  readonly heads: HeadReader
}

/** Verbs that say whom they ask before they say what. */
const ASKING: readonly VerbClass[] = [
  'urge',
  'request',
  'invite',
  'encourage',
  'call',
  'appeal',
  'recommend',
]

/** How far behind a verb its ask must be complete before a bare comma can open another clause. */
const REACH = 400

/** Longest word and blanks that tell a finite verb from a noun, in UTF-16 units. */
const COMPLEMENT = 40

/** True where the verb opens a clause of its own and is not part of the clause before. */
export function stands(text: string, head: Head, place: Place): boolean {
  const { joint, last, heads } = place
  if (last === undefined || joint === 'stop') return true
  if (leans(head, last, joint)) return false
  if (joint === 'comma' && asksStill(text, last, place)) return false
  return joint === 'strong' || isSurelyVerb(text, head, heads)
}

/**
 * Verbs of noting lean on the clause before: after a bare comma or “and” they explain it (“…, noting
 * that”); only after a semicolon or “, and” do they stand for themselves.
 */
function leans(head: Head, last: Head, joint: Joint): boolean {
  const weak = joint === 'comma' || joint === 'and'
  return weak && head.leans && last.mood !== 'finite' && head.mood === 'participle'
}

/** True where the verb before has not yet said what it asks: “urging the Government, recalling …, to”. */
function asksStill(text: string, last: Head, { at, heads }: Place): boolean {
  if (!ASKING.includes(last.lemma)) return false
  return !heads.completes.test(text.slice(last.end, Math.min(at, last.end + REACH)))
}

/** “requests” and “calls” are nouns too; with a preposition or an object behind they are verbs. */
function isSurelyVerb(text: string, head: Head, { complement }: HeadReader): boolean {
  if (head.mood === 'participle' || head.mood === 'bare') return true
  if (/\s\p{L}+$/u.test(head.verb)) return true
  return complement.test(text.slice(head.end, head.end + COMPLEMENT))
}
