import type { RepairRule } from '../model.ts'

/** Characters that extraction leaves and no reader sees, and letters printed as one piece. */
const REPLACED: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf02d': '–',
  '\u2010': '-',
  '\u200b': '',
  '\u2060': '',
  '\ufeff': '',
}

/** What nearly every line is made of; told apart first because it is quick. */
const ORDINARY = /^[ -~\u00a0-\u00ac\u00ae-\u02ff‘’“”–—]*$/
const SUSPECT = /[\uFB00-\uFB06\uF0B7\uF0A7\uF02D\u2010\u200B\u2060\uFEFF\u00AD\p{Cc}]|\p{M}/u
const EACH_REPLACED = new RegExp(`[${Object.keys(REPLACED).join('')}]`, 'gu')
const SOFT_HYPHENS = /\u00ad(?!$)/g

/** Whether a text holds a character that may need mending. */
export function isSuspect(text: string): boolean {
  return !ORDINARY.test(text) && SUSPECT.test(text)
}

/** Mends the characters of one word: ligatures, invisible characters, accents set apart from their letter. */
export function cleanCharacters(raw: string): { text: string; rule: RepairRule | null } {
  if (!isSuspect(raw)) return { text: raw, rule: null }
  const unhyphenated = raw.replace(SOFT_HYPHENS, '')
  const text = unhyphenated
    .replace(EACH_REPLACED, (character) => REPLACED[character] ?? character)
    .replace(/\p{Cc}/gu, '')
    .replace(/[A-Za-z\u00C0-\u024F][\u0300-\u036F]+/g, (letter) => letter.normalize('NFC'))
  if (text === raw) return { text, rule: null }
  return { text, rule: unhyphenated === raw ? 'normalise-characters' : 'drop-soft-hyphen' }
}
