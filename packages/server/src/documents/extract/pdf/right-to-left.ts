/** What a piece of a line is to the order of writing. */
type Role = 'right' | 'left' | 'number' | 'neutral'

interface Token {
  text: string
  role: Role
}

const RIGHT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const LETTER = /\p{L}/u
const PIECES = /\p{N}+|[\p{L}\p{M}]+|[^\p{L}\p{M}\p{N}]/gu
/** A single one of these between two numbers belongs to them: 30/6/2022, 1,612. */
const SEPARATOR = /^[/.,:+-]$/
const FORMS = /[\u{fb00}-\u{fb06}\u{fb1d}-\u{fdff}\u{fe70}-\u{fefc}]/gu
/** Each bracket with the one that it looks like in a line read from the other side. */
export const MIRRORED = new Map(
  ['()', '[]', '{}', '<>', '«»', '‹›'].flatMap((pair) => mirror(pair)),
)

function mirror(pair: string): Array<[string, string]> {
  const [open = '', close = ''] = pair
  return [
    [open, close],
    [close, open],
  ]
}

/** Letters instead of the shapes they are printed with: contextual Arabic forms and ligatures. */
export function straightenForms(text: string): string {
  return text.replaceAll(FORMS, (form) => form.normalize('NFKC').trim())
}

/** Whether a line of these pieces is read from the right: most of its letters are. */
export function isRightToLeft(pieces: readonly string[]): boolean {
  if (!pieces.some((piece) => RIGHT.test(piece))) return false
  let right = 0
  let left = 0
  for (const char of pieces.join('')) {
    if (RIGHT.test(char)) right += 1
    else if (LETTER.test(char)) left += 1
  }
  return right > left
}

/**
 * Puts a line into the order in which it is read. `pieces` stand in the order they are printed, from
 * left to right; each piece by itself is in reading order already. The inverse, for what occurs in
 * documents, of the Unicode bidirectional algorithm (UAX 9, rules W4, W7, N1 and L4).
 */
export function inReadingOrder(pieces: readonly string[]): string {
  if (!pieces.some((piece) => RIGHT.test(piece))) return pieces.join('')
  const tokens = pieces.flatMap(tokenise)
  return isRightToLeft(pieces) ? readFromRight(tokens) : readFromLeft(tokens)
}

function tokenise(piece: string): Token[] {
  if (RIGHT.test(piece)) return [{ text: piece, role: 'right' }]
  return (piece.match(PIECES) ?? []).map((text) => ({ text, role: roleOf(text) }))
}

function roleOf(text: string): Role {
  if (/^\p{N}/u.test(text)) return 'number'
  return LETTER.test(text) ? 'left' : 'neutral'
}

/** In a line read from the right only Latin words and numbers keep their printed order. */
function readFromRight(tokens: readonly Token[]): string {
  const parts: string[] = []
  for (let start = 0; start < tokens.length;) {
    const end = endOfLeft(tokens, start)
    parts.push(
      tokens
        .slice(start, end)
        .map((token) => (end - start === 1 ? mirrored(token) : token.text))
        .join(''),
    )
    start = end
  }
  return parts.reverse().join('')
}

/** Index after the stretch read from the left that begins at `start`; `start + 1` for anything else. */
function endOfLeft(tokens: readonly Token[], start: number): number {
  const role = tokens[start]?.role
  if (role === 'left') return endBehindWord(tokens, start)
  let end = start + 1
  if (role !== 'number') return end
  while (isLeft(tokens[end]) || isSeparated(tokens, end + 1)) {
    if (!isLeft(tokens[end])) end += 1
    if (tokens[end]?.role === 'left') return endBehindWord(tokens, end)
    end += 1
  }
  return end
}

/** Behind a Latin word everything up to the next such word or number belongs to it. */
function endBehindWord(tokens: readonly Token[], start: number): number {
  let end = start + 1
  for (let at = end; at < tokens.length && tokens[at]?.role !== 'right'; at += 1) {
    if (isLeft(tokens[at])) end = at + 1
  }
  return end
}

function isSeparated(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.role === 'number' && SEPARATOR.test(tokens[at - 1]?.text ?? '')
}

/** In a line read from the left, neighbouring words of a right-to-left script change places. */
function readFromLeft(tokens: readonly Token[]): string {
  const parts: string[] = []
  for (let start = 0; start < tokens.length;) {
    let end = start + 1
    if (tokens[start]?.role === 'right') {
      for (let at = end; at < tokens.length && !isLeft(tokens[at]); at += 1) {
        if (tokens[at]?.role === 'right') end = at + 1
      }
    }
    const stretch = tokens
      .slice(start, end)
      .map((token) => (end - start > 1 ? mirrored(token) : token.text))
    parts.push(stretch.reverse().join(''))
    start = end
  }
  return parts.join('')
}

function isLeft(token: Token | undefined): boolean {
  return token?.role === 'left' || token?.role === 'number'
}

function mirrored(token: Token): string {
  return token.role === 'neutral' ? (MIRRORED.get(token.text) ?? token.text) : token.text
}
