import type { RepairRule } from '../model.ts'
import { headOf, tailOf } from './fragment.ts'
import { mergeTokens, type Token } from './token.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Nothing that is still growing at this length is a word. */
const LONGEST_MENDED = 100

const SOFT_HYPHEN = '\u00ad'

/** Words before which a hyphen hangs: "gender- and age-sensitive". */
const CONJUNCTIONS = new Set('and or nor to but et ou ni à y e o u und и или'.split(' '))

/** Mends hyphens that stand at the end of a line, or that extraction parted from their word. */
export function mendHyphens(tokens: readonly Token[], vocabulary: Vocabulary): Token[] {
  const mended: Token[] = []
  const dashes = tokens.some((token, index) => token.text === '-' && index > 0 && !token.last)
  for (const token of tokens) {
    const before = mended.at(-1)
    const merged = before === undefined ? null : mendPair(before, token, { vocabulary, dashes })
    if (merged === null) mended.push(token)
    else mended[mended.length - 1] = merged
  }
  return mended
}

interface Evidence {
  readonly vocabulary: Vocabulary
  /** Whether the paragraph prints dashes as hyphens between blanks. */
  readonly dashes: boolean
}

function mendPair(before: Token, token: Token, evidence: Evidence): Token | null {
  if (before.text.length > LONGEST_MENDED) return null
  if (before.text.endsWith(SOFT_HYPHEN)) {
    return mergeTokens([before, token], before.text.slice(0, -1) + token.text, 'drop-soft-hyphen')
  }
  if (before.text.endsWith('-')) {
    return endsInLetter(before.text.slice(0, -1))
      ? mendOpenHyphen(before, token, evidence.vocabulary)
      : null
  }
  if (!token.text.startsWith('-') || !endsInLetter(before.text)) return null
  return closeBlank(before, token, evidence)
}

function endsInLetter(text: string): boolean {
  return /\p{L}$/u.test(text.slice(-2))
}

/** A hyphen parted from the word before it: "long -" at the end of a line, "ul -Islam". */
function closeBlank(before: Token, token: Token, evidence: Evidence): Token | null {
  if (token.text === '-' && token.last && !evidence.dashes) {
    return mergeTokens([before, token], `${before.text}-`, 'close-space-before-hyphen')
  }
  if (isSecondPart(token.text) && !CONJUNCTIONS.has(before.text)) {
    return mergeTokens([before, token], before.text + token.text, 'close-space-before-hyphen')
  }
  return null
}

/** "-Islam", but not the first words of a passage between dashes: "-among others-". */
function isSecondPart(text: string): boolean {
  return /^-\p{L}[^-]*$/u.test(text)
}

function mendOpenHyphen(before: Token, token: Token, vocabulary: Vocabulary): Token | null {
  const right = headOf(token.text)
  if (right === '') return null
  const stem = before.text.slice(0, -1)
  const left = tailOf(stem)
  if (isSoft(left, right, vocabulary)) {
    return mergeTokens([before, token], stem + token.text, ruleFor(before, 'drop-soft-hyphen'))
  }
  if (CONJUNCTIONS.has(right)) {
    return before.last
      ? mergeTokens([before, token], `${before.text} ${token.text}`, 'keep-suspended-hyphen')
      : null
  }
  return mergeTokens(
    [before, token],
    before.text + token.text,
    ruleFor(before, 'keep-line-end-hyphen'),
  )
}

/** A repair that began with a blank before the hyphen keeps that name. */
function ruleFor(before: Token, rule: RepairRule): RepairRule {
  return before.rule === 'close-space-before-hyphen' ? before.rule : rule
}

/** Whether the hyphen only broke a word at the end of a line and belongs to no word. */
function isSoft(left: string, right: string, vocabulary: Vocabulary): boolean {
  if (left === '' || !/^\p{Ll}/u.test(right)) return false
  const whole = left + right
  const together = vocabulary.count(whole)
  const apart = vocabulary.count(`${left}-${right}`)
  if (together !== apart) return together > apart
  if (!vocabulary.isKnown(whole)) return false
  return !(vocabulary.isWord(left) && vocabulary.isWord(right)) || vocabulary.breaksWords()
}
