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

const SUSPECT = /[\uFB00-\uFB06\uF0B7\uF0A7\uF02D\u2010\u200B\u2060\uFEFF\u00AD\p{Cc}]|\p{M}/u
const EACH_REPLACED = new RegExp(`[${Object.keys(REPLACED).join('')}]`, 'gu')
const SOFT_HYPHENS = /\u00ad(?!$)/g

/** Mends the characters of one word: ligatures, invisible characters, accents set apart from their letter. */
export function cleanCharacters(raw: string): { text: string; rule: RepairRule | null } {
  if (!SUSPECT.test(raw)) return { text: raw, rule: null }
  const unhyphenated = raw.replace(SOFT_HYPHENS, '')
  const text = unhyphenated
    .replace(EACH_REPLACED, (character) => REPLACED[character] ?? character)
    .replace(/\p{Cc}/gu, '')
    .replace(/[A-Za-z\u00C0-\u024F][\u0300-\u036F]+/g, (letter) => letter.normalize('NFC'))
  if (text === raw) return { text, rule: null }
  return { text, rule: unhyphenated === raw ? 'normalise-characters' : 'drop-soft-hyphen' }
}
