import { Entity, PlaceCode } from '@vigil/core/policy'
import type { Command } from 'commander'
import { z } from 'zod'
import type { Context } from '../frame/context.ts'
import { addDataOption } from '../frame/installation.ts'
import { parseAs, splitList } from './grants.ts'

interface CoChairFlags {
  readonly entities: readonly Entity[]
  readonly from?: string
  readonly until?: string
  readonly data?: string
}

/** `user co-chairs`: which entities co-chair a task force, before anybody is made co-chair for one. */
export function addCoChairs(user: Command, context: Context): void {
  const entities = (value: string): readonly Entity[] => parseAs(Entity.array(), splitList(value))
  const day = (value: string): string => parseAs(z.iso.date(), value)
  const command = user
    .command('co-chairs')
    .description(context.say('help.user.coChairs'))
    .argument('<operation>', context.say('help.user.coChairs.operation'), (value: string) =>
      parseAs(PlaceCode, value),
    )
    .requiredOption('--entities <entities>', context.say('help.user.coChairs.entities'), entities)
    .option('--from <day>', context.say('help.user.from'), day)
    .option('--until <day>', context.say('help.user.until'), day)
    .helpOption('-h, --help', context.say('help.help'))
    .action((operation: string, flags: CoChairFlags) => enter(operation, flags, context))
  addDataOption(command, context)
}

async function enter(operation: string, flags: CoChairFlags, context: Context): Promise<void> {
  const { enterCoChairsByHand } = await import('@vigil/server/task-force/by-hand.ts')
  const { withDatabase } = await import('../documents/with-database.ts')
  await withDatabase(flags.data, async (db) => {
    const now = new Date()
    const { entities, from = now.toISOString().slice(0, 10), until = null } = flags
    await enterCoChairsByHand(db, { operation, entities, from, until, by: null, now })
    context.print(context.say('user.coChairs', { operation, from, entities: entities.join(', ') }))
  })
}
