import type { Command } from 'commander'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Context } from './context.ts'

/** What a file in `commands/` exports. */
interface CommandModule {
  register(program: Command, context: Context): void
}

const DIRECTORY = join(import.meta.dirname, '../commands')

/**
 * Adds the commands to the program: only the one that is asked for where its name is known, so that
 * no command pays for loading the others; all of them for the list in the help.
 */
export async function registerCommands(
  program: Command,
  { wanted, context }: { wanted: string | undefined; context: Context },
): Promise<void> {
  const names = readdirSync(DIRECTORY).map((file) => basename(file, '.ts'))
  const chosen = names.filter((name) => name === wanted)
  for (const name of (chosen.length === 0 ? names : chosen).toSorted()) {
    const module = (await import(join(DIRECTORY, `${name}.ts`))) as CommandModule
    module.register(program, context)
  }
}
