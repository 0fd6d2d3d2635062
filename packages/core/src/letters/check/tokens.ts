import type { Block, Run } from '../model.ts'

/** One word or sign of a text; `key` is what counts when texts are compared. */
export interface Token {
  readonly text: string
  readonly key: string
  /** Whether a blank stands in front of it. */
  readonly apart: boolean
  /** The path of the fact that is missing here, else null. */
  readonly blank: string | null
}

/** A stretch of text that is a blank (the path of its fact), or plain. */
type Stretch = Pick<Run, 'text' | 'blank'>

/** Characters that print differently and mean the same. */
const SAME = [
  [/[‘’‚‛`´]/gu, "'"],
  [/[“”„«»]/gu, '"'],
  [/[‐‑‒–—−]/gu, '-'],
  [/[\u00ad\u200b\u2060\ufeff]/gu, ''],
] as const satisfies readonly (readonly [RegExp, string])[]

/** Words with what is written into them; each other sign for itself. */
const PIECE =
  /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad]|['’.\-‐‑/](?=[\p{L}\p{N}]))*|[^\s\p{L}\p{N}]/gu

/** What is compared of a text: quotation marks, dashes, blanks and composed letters made equal. */
export function comparable(text: string): string {
  const composed = text.normalize('NFC')
  return SAME.reduce((done, [from, to]) => done.replace(from, to), composed)
    .replace(/\s+/gu, ' ')
    .trim()
}

/** The words and signs of a block; a blank is one token, whatever it says. */
export function blockTokens({ runs }: Pick<Block, 'runs'>): Token[] {
  return tokensOf(joinPlain(runs))
}

/** The words and signs of a returned text. Where it still has one of the draft's blanks, that is one token. */
export function returnedTokens(text: string, blanks: readonly Run[]): Token[] {
  const stretches = blanks.reduce<Stretch[]>(
    (done, blank) => done.flatMap((stretch) => cutAt(stretch, blank)),
    [{ text, blank: null }],
  )
  return tokensOf(stretches)
}

/** Words retold with the blanks between them. */
export function retell(tokens: readonly Token[]): string {
  return tokens.map(({ text, apart }) => (apart ? ` ${text}` : text)).join('')
}

function cutAt(stretch: Stretch, { text, blank }: Run): Stretch[] {
  if (stretch.blank !== null) return [stretch]
  return stretch.text.split(text).flatMap((piece, index) =>
    index === 0
      ? [{ text: piece, blank: null }]
      : [
          { text, blank },
          { text: piece, blank: null },
        ],
  )
}

function tokensOf(stretches: readonly Stretch[]): Token[] {
  let before = ''
  return stretches.flatMap(({ text, blank }): Token[] => {
    const apart = /\s$/u.test(before)
    before = text === '' ? before : text
    if (blank !== null) return [{ text, key: `\u0000${blank}`, apart, blank }]
    return [...text.matchAll(PIECE)].flatMap(({ 0: piece, index }) => {
      const key = comparable(piece)
      const gap = index === 0 ? apart : /\s/u.test(text.charAt(index - 1))
      return key === '' ? [] : [{ text: piece, key, apart: gap, blank: null }]
    })
  })
}

/** Neighbouring runs without a blank as one stretch, so that bold and links cut no word. */
function joinPlain(runs: readonly Run[]): Stretch[] {
  const joined: Stretch[] = []
  for (const { text, blank } of runs) {
    const last = joined.at(-1)
    if (last?.blank === null && blank === null) {
      joined.splice(-1, 1, { text: last.text + text, blank: null })
    } else joined.push({ text, blank })
  }
  return joined
}
