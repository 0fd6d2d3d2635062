import type { Paragraph, Repair } from '@vigil/core/documents'

/** One character of the repaired text that is not a blank, with where it came from. */
interface Origin {
  readonly at: number
  /** Index of the repair that wrote it, or -1 where it stood so in the source. */
  readonly repair: number
}

/** A character of a paragraph's text found again in the source. */
interface Landing extends Origin {
  readonly paragraph: number
  /** Offset in the paragraph's text; -1 for a character of its marker. */
  readonly index: number
}

/** The repaired source without blanks, and for each character its origin. */
interface Stream {
  readonly text: string
  readonly origins: readonly Origin[]
}

const PROBE = 12

/**
 * Finds every character of the paragraphs in the extracted text again. Readings carry no offsets of
 * paragraphs, but they say every repair: the source with its repairs applied and the paragraphs have
 * the same characters between blanks, so the two are walked side by side.
 */
export function landParagraphs(
  source: string,
  repairs: readonly Repair[],
  paragraphs: readonly Paragraph[],
): Landing[] {
  const stream = repairedStream(source, repairs)
  const wanted = wantedCharacters(paragraphs)
  const wantedText = wanted.map(({ character }) => character).join('')
  const landings: Landing[] = []
  let position = 0
  wanted.forEach(({ character, paragraph, index }, at) => {
    const found = stepTo(stream.text, position, { wanted: wantedText, at, character })
    const origin = found === null ? undefined : stream.origins[found]
    if (found === null || !origin) return
    landings.push({ ...origin, paragraph, index })
    position = found + 1
  })
  return landings
}

/** Where the wanted character stands: here, or after a resynchronisation, or nowhere (null). */
function stepTo(
  text: string,
  position: number,
  goal: { wanted: string; at: number; character: string },
): number | null {
  if (text[position] === goal.character) return position
  const ahead = text.slice(position, position + PROBE)
  const rest = goal.wanted.slice(goal.at, goal.at + 3 * PROBE)
  if (ahead.length === PROBE && rest.includes(ahead)) return null
  const found = text.indexOf(goal.wanted.slice(goal.at, goal.at + PROBE), position)
  return found === -1 ? null : found
}

function wantedCharacters(paragraphs: readonly Paragraph[]) {
  return paragraphs.flatMap(({ marker, text }, paragraph) => [
    ...nonBlanks(marker ?? '').map(({ character }) => ({ character, paragraph, index: -1 })),
    ...nonBlanks(text).map(({ character, index }) => ({ character, paragraph, index })),
  ])
}

function nonBlanks(text: string): { character: string; index: number }[] {
  return Array.from(text.matchAll(/\S/g), (match) => ({ character: match[0], index: match.index }))
}

function repairedStream(source: string, repairs: readonly Repair[]): Stream {
  const text: string[] = []
  const origins: Origin[] = []
  const take = (part: string, originOf: (index: number) => Origin) => {
    for (const { character, index } of nonBlanks(part)) {
      text.push(character)
      origins.push(originOf(index))
    }
  }
  let position = 0
  for (const { repair, number } of inOrder(repairs)) {
    const start = position
    take(source.slice(start, repair.at), (index) => ({ at: start + index, repair: -1 }))
    take(repair.to, () => ({ at: repair.at, repair: number }))
    position = Math.max(position, repair.at + repair.from.length)
  }
  const start = position
  take(source.slice(start), (index) => ({ at: start + index, repair: -1 }))
  return { text: text.join(''), origins }
}

function inOrder(repairs: readonly Repair[]): { repair: Repair; number: number }[] {
  return repairs
    .map((repair, number) => ({ repair, number }))
    .sort((a, b) => a.repair.at - b.repair.at || a.number - b.number)
}
