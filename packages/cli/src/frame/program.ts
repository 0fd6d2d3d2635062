import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { Refusal } from '@vigil/server/refusal.ts'
import { registerCommands } from './commands.ts'
import { CommandRefusal, createContext, type CliKey, type Context } from './context.ts'
import { describeUsageError } from './usage.ts'

/** Exit codes of every command. */
const EXIT = { done: 0, refused: 1, wrongUsage: 2 } as const

/** Runs one command line (without program name) and returns its exit code. */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  const context = createContext(process.env)
  const program = createProgram(context)
  try {
    await registerCommands(program, { wanted: words[0], context })
    await program.parseAsync(words, { from: 'user' })
    return EXIT.done
  } catch (error) {
    return report(error, context)
  }
}

function createProgram(context: Context): Command {
  const program = new Command('vigil')
    .description(context.say('help.vigil'))
    .helpOption('-h, --help', context.say('help.help'))
    .helpCommand(false)
    // What stands behind the name of a command belongs to it.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
  return program.configureHelp({
    styleTitle: (title) => translateTitle(title, context),
    subcommandTerm: (command) => command.name(),
  })
}

const TITLES = {
  'Usage:': 'help.usage',
  'Arguments:': 'help.arguments',
  'Options:': 'help.options',
  'Commands:': 'help.commands',
} as const satisfies Record<string, CliKey>

function translateTitle(title: string, context: Context): string {
  return Object.hasOwn(TITLES, title) ? context.say(TITLES[title as keyof typeof TITLES]) : title
}

function report(error: unknown, context: Context): number {
  if (error instanceof CommanderError) return reportUsage(error, context)
  if (error instanceof Refusal) context.note(context.say(error.key, error.values))
  else if (error instanceof CommandRefusal) context.note(error.message)
  else reportFault(error, context)
  return EXIT.refused
}

/** A fault of ours: one sentence, and for whoever looks for it the place. */
function reportFault(error: unknown, context: Context): void {
  const fault = error instanceof Error ? error : new Error(String(error))
  const code = 'code' in fault ? ` ${String(fault.code)}` : ''
  context.note(context.say('failed', { kind: `${fault.constructor.name}${code}` }))
  if (process.env['VIGIL_LOG_LEVEL'] === 'debug') context.note(fault.stack ?? fault.message)
}

function reportUsage(error: CommanderError, context: Context): number {
  const sentence = describeUsageError(error, context)
  if (sentence !== null) context.note(sentence)
  return error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage
}

/** Reads the value of an option that must be a port. */
export function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port >= 0 && port < 65_536) return port
  throw new InvalidArgumentError(`'${text}'`)
}
