import type { Command } from 'commander'
import type { Serving } from '@vigil/server/serve.ts'
import type { Context } from '../frame/context.ts'
import { addDataOption } from '../frame/installation.ts'
import { lookAround } from '../frame/look-around.ts'
import { parsePort } from '../frame/program.ts'

interface ServeFlags {
  readonly data?: string
  readonly host?: string
  readonly port?: number
  readonly demo?: boolean
}

export function register(program: Command, context: Context): void {
  const command = program
    .command('serve')
    .description(context.say('help.serve'))
    .option('--port <number>', context.say('help.serve.port'), parsePort)
    .option('--host <address>', context.say('help.serve.host'))
    .option('--demo', context.say('help.serve.demo'))
    .addHelpText('after', `\n${context.say('help.serve.example')}`)
    .action((flags: ServeFlags) => serveUntilSignal(flags, context))
  addDataOption(command, context)
}

async function serveUntilSignal(flags: ServeFlags, context: Context): Promise<void> {
  const signal = waitForSignal()
  const { readConfig } = await import('@vigil/server/config.ts')
  const { serve } = await import('@vigil/server/serve.ts')
  const { demo: demonstration = false, ...rest } = flags
  const config = readConfig({ ...rest, demonstration })
  const beside = demonstration ? null : lookAround(config)
  const serving = await serve(config, beside?.begin)
  sayWhatToKnow(serving, context)
  if (demonstration) context.note(context.say('serve.demonstration'))
  context.print(context.say('serve.ready', { address: serving.address }))
  const lost = await Promise.race([signal, serving.lost])
  await beside?.stop()
  await serving.stop()
  if (lost !== undefined) throw lost
  context.print(context.say('serve.stopped'))
}

/** What whoever keeps the installation should know of it. */
function sayWhatToKnow(
  { elsewhere, keysOfSameUser, clockDoubt, talkative }: Serving,
  context: Context,
): void {
  if (elsewhere !== null) context.print(context.say('serve.elsewhere', { directory: elsewhere }))
  if (keysOfSameUser) context.note(context.say('serve.keysSameUser'))
  if (clockDoubt !== null) context.note(context.say('serve.clock'))
  if (talkative.length > 0) {
    const settings = talkative.join(', ')
    context.note(context.say('serve.talkative', { settings }))
  }
}

/**
 * Resolves at the first Ctrl-C or request to end, or when the process behind `npm start` is gone.
 * Further signals change nothing: a terminal sends one to every program of the group, and npm passes
 * its own on.
 */
function waitForSignal(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        resolve(undefined)
      })
    }
    process.on('disconnect', () => {
      resolve(undefined)
    })
    process.channel?.unref()
  })
}
