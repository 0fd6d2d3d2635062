import { NewLeaving } from '@vigil/contract/schemas'
import type { Obstacle } from '@vigil/core/leaving'
import type { Command } from 'commander'
import type { Context } from '../frame/context.ts'
import { addDataOption } from '../frame/installation.ts'

interface EndFlags {
  readonly reason: string
  readonly successor?: string
  readonly data?: string
}

/** `user end`: ends the account of somebody who is gone, where the machine stands. */
export function addEnd(user: Command, context: Context): void {
  const end = user
    .command('end')
    .description(context.say('help.user.end'))
    .argument('<sign-in-name>', context.say('help.user.signInName'))
    .requiredOption('--reason <reason>', context.say('help.user.reason'))
    .option('--successor <sign-in-name>', context.say('help.user.successor'))
    .helpOption('-h, --help', context.say('help.help'))
    .action((signInName: string, flags: EndFlags) => endUser(signInName, flags, context))
  addDataOption(end, context)
}

async function endUser(signInName: string, flags: EndFlags, context: Context): Promise<void> {
  const reason = NewLeaving.shape.reason.safeParse(flags.reason)
  if (!reason.success) return context.refuse(context.say('user.recover.reason'))
  const { successor } = flags
  const { endByHand } = await import('@vigil/server/leaving/by-hand.ts')
  const { withDatabase } = await import('../documents/with-database.ts')
  await withDatabase(flags.data, async (db) => {
    const asked = { signInName, reason: reason.data, now: new Date() }
    const ended = await endByHand(db, { ...asked, ...(successor && { successor }) })
    if (ended.outcome === 'closed') return refuseClosed(signInName, ended.obstacles, context)
    if (ended.outcome === 'unknown') context.refuse(context.say('user.unknown', { signInName }))
    if (ended.outcome === 'last') context.refuse(context.say('user.end.last', { signInName }))
    if (ended.outcome === 'noSuccessor') {
      context.refuse(context.say('user.end.noSuccessor', { signInName: successor ?? '' }))
    }
    context.print(context.say('user.end', { signInName }))
  })
}

/** The account is closed; each thing that keeps it from ending is a line. */
function refuseClosed(signInName: string, obstacles: readonly Obstacle[], context: Context): never {
  for (const obstacle of obstacles) context.note(lineOf(obstacle, context))
  return context.refuse(context.say('user.end.closed', { signInName }))
}

function lineOf(obstacle: Obstacle, context: Context): string {
  if (obstacle.what === 'office') {
    return context.say('user.end.office', { action: obstacle.action })
  }
  if (obstacle.what === 'seat') {
    const { role, operation, entity } = obstacle
    return context.say('user.end.seat', { role, operation, entity })
  }
  return context.say(`user.end.${obstacle.what}`, { count: obstacle.count })
}
