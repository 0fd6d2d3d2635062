import { type Entries, readEntries } from './hunspell-entries.ts'

/** What a Hunspell dictionary says of words: its entries with their flags, and its affixes. */
export interface Hunspell {
  /** True where `word`, spelt exactly so, is an entry or an entry with affixes. */
  has(word: string): boolean
}

interface Affix {
  readonly flag: string
  /** What the affix takes off the stem before it is added. */
  readonly strip: string
  readonly fits: RegExp | null
}

interface Affixes {
  readonly prefixes: ReadonlyMap<string, readonly Affix[]>
  readonly suffixes: ReadonlyMap<string, readonly Affix[]>
  readonly longestPrefix: number
  readonly longestSuffix: number
  readonly flagLength: number
  /** Flags of entries that are not words by themselves. */
  readonly barred: readonly string[]
}

const BARRING = new Set(['ONLYINCOMPOUND', 'NEEDAFFIX', 'FORBIDDENWORD'])

/**
 * Reads a Hunspell dictionary from the text of its `.aff` and `.dic` files. Simple and paired
 * affixes are known; compounds, suggestions and chains of suffixes are not: deciding whether
 * fragments make a word needs none of them.
 */
export function parseHunspell(aff: string, dic: string): Hunspell {
  const affixes = parseAffixes(aff)
  const entries = readEntries(dic)
  return {
    has: (word) => isEntry(affixes, entries.get(word)) || hasAffixed(affixes, entries, word),
  }
}

function parseAffixes(aff: string): Affixes {
  const lines = aff.split('\n').map((line) => line.trim().split(/\s+/))
  const prefixes = affixesOf(lines, 'PFX', (condition) => `^(?:${condition})`)
  const suffixes = affixesOf(lines, 'SFX', (condition) => `(?:${condition})$`)
  return {
    prefixes,
    suffixes,
    barred: lines.filter(([kind = '']) => BARRING.has(kind)).map(([, flag = '']) => flag),
    flagLength: lines.some(([kind, flag]) => kind === 'FLAG' && flag === 'long') ? 2 : 1,
    longestPrefix: longest(prefixes),
    longestSuffix: longest(suffixes),
  }
}

function affixesOf(
  lines: readonly (readonly string[])[],
  wanted: 'PFX' | 'SFX',
  anchored: (condition: string) => string,
): Map<string, Affix[]> {
  const affixes = new Map<string, Affix[]>()
  for (const [kind, flag = '', strip = '', added = '', condition = ''] of lines) {
    if (kind !== wanted || condition === '') continue
    addAffix(affixes, added, toAffix({ flag, strip, condition: anchored(condition) }))
  }
  return affixes
}

function toAffix(rule: { flag: string; strip: string; condition: string }): Affix {
  const strip = rule.strip === '0' ? '' : rule.strip
  const fits = rule.condition.includes('(?:.)') ? null : new RegExp(rule.condition, 'u')
  return { flag: rule.flag, strip, fits }
}

function addAffix(affixes: Map<string, Affix[]>, added: string, affix: Affix): void {
  const text = (added.split('/')[0] ?? '').replace(/^0$/, '')
  const same = affixes.get(text)
  if (same) same.push(affix)
  else affixes.set(text, [affix])
}

function longest(affixes: ReadonlyMap<string, unknown>): number {
  return Math.max(0, ...[...affixes.keys()].map((text) => text.length))
}

function isEntry(affixes: Affixes, flags: string | undefined): boolean {
  return flags !== undefined && !affixes.barred.some((flag) => carries(affixes, flags, flag))
}

function carries(affixes: Affixes, flags: string, flag: string): boolean {
  let at = flags.indexOf(flag)
  while (at >= 0 && at % affixes.flagLength !== 0) at = flags.indexOf(flag, at + 1)
  return at >= 0
}

/** Tries each ending and each beginning of the word, and both together. */
function hasAffixed(affixes: Affixes, entries: Entries, word: string): boolean {
  const known = (stem: string, flags: readonly string[]): boolean => {
    const carried = entries.get(stem)
    return carried !== undefined && flags.every((flag) => carries(affixes, carried, flag))
  }
  if (stemsBySuffix(affixes, word).some(({ stem, flag }) => known(stem, [flag]))) return true
  return stemsByPrefix(affixes, word).some(
    ({ stem, flag }) =>
      known(stem, [flag]) ||
      stemsBySuffix(affixes, stem).some((inner) => known(inner.stem, [flag, inner.flag])),
  )
}

interface Stem {
  readonly stem: string
  readonly flag: string
}

function stemsBySuffix(affixes: Affixes, word: string): Stem[] {
  const stems: Stem[] = []
  for (let cut = 0; cut <= Math.min(affixes.longestSuffix, word.length); cut++) {
    for (const { flag, strip, fits } of affixes.suffixes.get(word.slice(word.length - cut)) ?? []) {
      const stem = word.slice(0, word.length - cut) + strip
      if (stem !== '' && (fits === null || fits.test(stem))) stems.push({ stem, flag })
    }
  }
  return stems
}

function stemsByPrefix(affixes: Affixes, word: string): Stem[] {
  const stems: Stem[] = []
  for (let cut = 1; cut <= Math.min(affixes.longestPrefix, word.length - 1); cut++) {
    for (const { flag, strip, fits } of affixes.prefixes.get(word.slice(0, cut)) ?? []) {
      const stem = strip + word.slice(cut)
      if (fits === null || fits.test(stem)) stems.push({ stem, flag })
    }
  }
  return stems
}
