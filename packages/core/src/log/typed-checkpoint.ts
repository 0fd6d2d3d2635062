import { bech32m } from '@scure/base'
import { HASH_BYTES } from './hash.ts'
import type { KeyName } from './key.ts'
import { type Answer, answer, refuse } from './problem.ts'
import type { TreeHead } from './verify-consistency.ts'

/** Characters of a root, of the largest size (2^53 - 1) and of the check, five bits each. */
const ROOT_SIGNS = 52
const MOST_SIZE_SIGNS = 11
const CHECK_SIGNS = 6
/** Fewer than this, and it is the name of a file. */
const FEWEST_SIGNS = 40

const GROUP = 4
const BITS = 5
const BASE = 2 ** BITS

/** What the alphabet of Bech32 leaves out because it looks like another sign, and that other sign. */
const LOOKS_LIKE: Readonly<Record<string, string>> = { o: '0', i: 'l', '1': 'l' }
const SIGN = /^[qpzry9x8gf2tvdw0s3jn54khce6mua7l]$/

/**
 * A checkpoint as it is printed on paper and typed from it: size and whole root in groups of four
 * signs, without the signs that are taken for others. The last six are the check of Bech32m (BIP 350):
 * up to four wrong signs, and so any two that changed places, never pass. The id of the log's key is
 * reckoned into them and not printed, so that what another log printed does not pass either.
 */
export function typedCheckpoint({ size, root }: TreeHead, { id }: Pick<KeyName, 'id'>): string {
  const words = [...bech32m.toWords(Uint8Array.from(root)), ...toDigits(size)]
  const signs = bech32m.encode(id, words, false).slice(id.length + 1)
  return (signs.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-')
}

/**
 * Reads what somebody typed: large or small letters, with hyphens or blanks wherever they put them.
 * Refuses with `typed.…`, and what does not pass for this log was mistyped or printed by another.
 */
export function readTypedCheckpoint(typed: string, { id }: Pick<KeyName, 'id'>): Answer<TreeHead> {
  const signs = signsOf(typed)
  const place = signs.findIndex((sign) => !SIGN.test(sign))
  if (place >= 0) {
    return refuse('typed.badSign', { found: signs[place] ?? '', group: groupOf(place) })
  }
  const least = ROOT_SIGNS + 1 + CHECK_SIGNS
  const most = ROOT_SIGNS + MOST_SIZE_SIGNS + CHECK_SIGNS
  if (signs.length < least || signs.length > most) {
    return refuse('typed.badLength', { found: String(signs.length) })
  }
  const read = bech32m.decodeUnsafe(`${id}1${signs.join('')}`, false)
  const head = read && toHead(read.words)
  return head ? answer(head) : refuse('typed.wrong')
}

/** Whether this is meant as a typed checkpoint rather than as the name of a file. */
export function isTypedCheckpoint(text: string): boolean {
  return /^[\p{L}\p{N}\s\u2010-\u2015-]+$/u.test(text) && signsOf(text).length >= FEWEST_SIGNS
}

function signsOf(typed: string): string[] {
  return [...typed.toLowerCase().replaceAll(/[-\s\u2010-\u2015]/gu, '')].map(
    (sign) => LOOKS_LIKE[sign] ?? sign,
  )
}

function groupOf(place: number): string {
  return String(Math.floor(place / GROUP) + 1)
}

/** Undefined where the bits after the root are not nought, or the size is none as we write it. */
function toHead(words: readonly number[]): TreeHead | undefined {
  const root = bech32m.fromWordsUnsafe(words.slice(0, ROOT_SIGNS))
  const digits = words.slice(ROOT_SIGNS)
  const size = digits.reduce((sum, digit) => sum * BASE + digit, 0)
  if (root?.length !== HASH_BYTES || digits[0] === 0 || !Number.isSafeInteger(size))
    return undefined
  return { size, root }
}

function toDigits(size: number): number[] {
  if (!Number.isSafeInteger(size) || size < 1) throw new RangeError('an empty log has no such form')
  const digits: number[] = []
  for (let left = size; left > 0; left = Math.floor(left / BASE)) digits.unshift(left % BASE)
  return digits
}
