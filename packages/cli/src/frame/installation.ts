import type { Command } from 'commander'
import type { Context } from './context.ts'

/** The option of every command that works on an installation. */
export function addDataOption(command: Command, context: Context): Command {
  return command.option('--data <directory>', context.say('help.data'))
}
