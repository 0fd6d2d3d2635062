import type { LetterChoices } from '@vigil/core/letters'
import { DraftLanguage } from '@vigil/core/letters'
import { InvalidArgumentError, type Command } from 'commander'
import { oneOf } from '../documents/options.ts'
import type { Context } from '../frame/context.ts'

/** What every command about a letter may be told of the message it is drafted from. */
export interface MessageFlags {
  /** The address of the paragraph that opens the message: `para_7`. */
  readonly paragraph?: string
  readonly facts?: string
  readonly leaveOut?: readonly string[]
  readonly language?: DraftLanguage
}

/** Adds `--paragraph`, `--facts`, `--leave-out` and `--language`. */
export function addMessageOptions(command: Command, context: Context): Command {
  return command
    .option('--paragraph <number>', context.say('help.letter.paragraph'), parseParagraph)
    .option('--facts <file>', context.say('help.letter.facts'))
    .option('--leave-out <points>', context.say('help.letter.leaveOut'), parsePoints)
    .option('--language <code>', context.say('help.letter.language'), oneOf(DraftLanguage.options))
}

function parseParagraph(text: string): string {
  if (/^[1-9]\d{0,2}$/.test(text)) return `para_${text}`
  throw new InvalidArgumentError(`'${text}'`)
}

/** Reads `b, c, a(i)`: letters and numerals of points, each list of them one point. */
function parsePoints(text: string): readonly string[] {
  const points = text.split(',').map((point) => point.toLowerCase().match(/[a-z0-9]+/g) ?? [])
  if (points.some((labels) => labels.length === 0)) throw new InvalidArgumentError(`'${text}'`)
  return points.map((labels) => labels.map((label) => `__point_${label}`).join(''))
}

/** What was chosen about the letter on the command line. */
export function choicesOf(
  { leaveOut = [], language }: MessageFlags,
  envelope: string,
): LetterChoices {
  const leftOut = leaveOut.map((point) => `${envelope}${point}`)
  return { language: language ?? null, leftOut, accepted: [], edits: [] }
}
