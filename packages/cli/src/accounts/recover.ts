import { NewRecovery } from '@vigil/contract/schemas'
import { CODE_HOURS } from '@vigil/core/enrolment'
import type { Command } from 'commander'
import type { Context } from '../frame/context.ts'
import { addDataOption } from '../frame/installation.ts'

interface RecoverFlags {
  readonly reason: string
  readonly data?: string
}

/** `user recover`: the way back in for somebody who lost everything, where the machine stands. */
export function addRecover(user: Command, context: Context): void {
  const recover = user
    .command('recover')
    .description(context.say('help.user.recover'))
    .argument('<sign-in-name>', context.say('help.user.signInName'))
    .requiredOption('--reason <reason>', context.say('help.user.reason'))
    .helpOption('-h, --help', context.say('help.help'))
    .action((signInName: string, flags: RecoverFlags) => recoverUser(signInName, flags, context))
  addDataOption(recover, context)
}

async function recoverUser(
  signInName: string,
  flags: RecoverFlags,
  context: Context,
): Promise<void> {
  const reason = NewRecovery.shape.reason.safeParse(flags.reason)
  if (!reason.success) return context.refuse(context.say('user.recover.reason'))
  const { recoverByHand } = await import('@vigil/server/recovery/by-hand.ts')
  const { withDatabase } = await import('../documents/with-database.ts')
  await withDatabase(flags.data, async (db) => {
    const code = await recoverByHand(db, { signInName, reason: reason.data, now: new Date() })
    if (code === undefined) context.refuse(context.say('user.unknown', { signInName }))
    context.note(context.say('user.recover', { signInName, hours: CODE_HOURS }))
    context.print(code)
  })
}
