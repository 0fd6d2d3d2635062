import type { Command } from 'commander'
import type { Context } from '../frame/context.ts'
import { addDataOption } from '../frame/installation.ts'
import { actOnInstalled } from '../keys/act.ts'

interface UnlockFlags {
  readonly data?: string
  readonly identity?: string
}

export function register(program: Command, context: Context): void {
  const command = program
    .command('unlock')
    .description(context.say('help.unlock'))
    .option('--identity <file>', context.say('help.keys.custodian.identity'))
    .addHelpText('after', `\n${context.say('help.unlock.example')}`)
    .action((flags: UnlockFlags) => unlock(flags, context))
  addDataOption(command, context)
}

async function unlock({ data, identity }: UnlockFlags, context: Context): Promise<void> {
  const { askProof } = await import('../keys/proof.ts')
  const proof = await askProof(identity, context)
  const { keys } = await actOnInstalled(data, { does: 'unlock', ...proof }, context)
  context.print(context.say('keys.unlocked', { keys }))
}
