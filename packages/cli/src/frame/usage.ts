import { CommanderError } from 'commander'
import type { CliKey, Context } from './context.ts'

/** What commander finds wrong with a command line, in our words. */
const SENTENCES = {
  'commander.unknownCommand': 'usage.unknownCommand',
  'commander.unknownOption': 'usage.unknownOption',
  'commander.missingArgument': 'usage.missingArgument',
  'commander.optionMissingArgument': 'usage.missingValue',
  'commander.missingMandatoryOptionValue': 'usage.missingOption',
  'commander.excessArguments': 'usage.tooMany',
  'commander.invalidArgument': 'usage.invalid',
} as const satisfies Record<string, CliKey>

/** Parts of an English message that name the word in question. */
const QUOTED = /'([^']*)'/

/** One sentence for a wrong command line; null where it was only help that had been asked for. */
export function describeUsageError(error: CommanderError, context: Context): string | null {
  if (error.exitCode === 0) return null
  // Commander's name for "no command given": its help has been shown already.
  if (error.code === 'commander.help') return null
  const key = isKnown(error.code) ? SENTENCES[error.code] : 'usage.wrong'
  const word = QUOTED.exec(error.message)?.[1] ?? ''
  return context.say(key, { word })
}

/** The refusal of a command line without an option that is needed here, though not everywhere. */
export function missingOption(option: string): CommanderError {
  return new CommanderError(1, 'commander.missingMandatoryOptionValue', `'${option}'`)
}

function isKnown(code: string): code is keyof typeof SENTENCES {
  return Object.hasOwn(SENTENCES, code)
}
