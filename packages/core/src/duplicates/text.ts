/** Letters and digits of a text without accents and case, words apart by one blank. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * How alike two texts are, from 0 to 1: the share of their groups of three letters that both have (Dice).
 * It forgives other endings and misspellings in any script; 0 where one of them is empty.
 */
export function likeness(one: string, other: string): number {
  const [left, right] = [groupsOf(one), groupsOf(other)]
  const common = [...left].filter((group) => right.has(group)).length
  return left.size + right.size === 0 ? 0 : (2 * common) / (left.size + right.size)
}

function groupsOf(text: string): Set<string> {
  const letters = [...` ${plain(text)} `]
  return new Set(letters.slice(2).map((_, at) => letters.slice(at, at + 3).join('')))
}
