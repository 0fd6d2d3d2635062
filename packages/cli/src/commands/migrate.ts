import type { Command } from 'commander'
import type { Context } from '../frame/context.ts'
import { addDataOption } from '../frame/installation.ts'

export function register(program: Command, context: Context): void {
  const command = program
    .command('migrate')
    .description(context.say('help.migrate'))
    .addHelpText('after', `\n${context.say('help.migrate.example')}`)
    .action((flags: { data?: string }) => migrateInstallation(flags, context))
  addDataOption(command, context)
}

async function migrateInstallation(flags: { data?: string }, context: Context): Promise<void> {
  const { readConfig } = await import('@vigil/server/config.ts')
  const { openInstallation } = await import('@vigil/server/database.ts')
  const { migrate } = await import('@vigil/server/db/migrate.ts')
  const database = await openInstallation(readConfig(flags))
  try {
    const applied = await migrate(database.owner)
    for (const name of applied) context.print(context.say('migrate.applied', { name }))
    if (applied.length === 0) context.print(context.say('migrate.nothing'))
  } finally {
    await database.stop()
  }
}
