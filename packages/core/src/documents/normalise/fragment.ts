/** Letters at the end of a token, what may stand in front of them being quotes, brackets and words with hyphens. */
const TAIL = /^["“‘«([]*(?:\p{L}+-)*(\p{L}+(?:[’']\p{L}+)*)$/u
/**
 * Letters at the beginning of a token, what may follow being hyphenated words and punctuation. Up to
 * three letters before a hyphen are a prefix ("re-establish"), not the rest of a word.
 */
const HEAD = /^(\p{L}{4,}(?=-)|\p{L}+(?:[’']\p{L}+)*(?![-\p{L}]))(?:-\p{L}+)*-?[’'"”»)\],;:.!?]*$/u

/** Nothing longer is a word cut in pieces. */
const LONGEST_TOKEN = 40

/** The letters a token ends with, if it may be the first part of a split word; else an empty string. */
export function tailOf(text: string): string {
  return text.length > LONGEST_TOKEN ? '' : (TAIL.exec(text)?.[1] ?? '')
}

/** The letters a token begins with, if it may be the last part of a split word; else an empty string. */
export function headOf(text: string): string {
  return text.length > LONGEST_TOKEN ? '' : (HEAD.exec(text)?.[1] ?? '')
}
