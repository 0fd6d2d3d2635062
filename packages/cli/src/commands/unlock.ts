import type { Command } from 'commander'
import type { Context } from '../frame/context.ts'
import { addDataOption } from '../frame/installation.ts'
import { actOnInstalled } from '../keys/act.ts'

interface UnlockFlags {
  readonly data?: string
}

export function register(program: Command, context: Context): void {
  const command = program
    .command('unlock')
    .description(context.say('help.unlock'))
    .addHelpText('after', `\n${context.say('help.unlock.example')}`)
    .action((flags: UnlockFlags) => unlock(flags, context))
  addDataOption(command, context)
}

async function unlock({ data }: UnlockFlags, context: Context): Promise<void> {
  const { askKnownPassphrase } = await import('../accounts/ask-passphrase.ts')
  const passphrase = await askKnownPassphrase(context.say('keys.passphrase.ask'), context)
  if (passphrase.length < 15) context.refuse(context.say('keys.refused.wrongPassphrase'))
  const { keys } = await actOnInstalled(data, { does: 'unlock', passphrase }, context)
  context.print(context.say('keys.unlocked', { keys }))
}
