import type { KeyProblem } from '@vigil/server/keys/protocol.ts'
import type { Command } from 'commander'
import type { Context } from '../frame/context.ts'
import { addDataOption } from '../frame/installation.ts'
import { readName, registerCustodians } from '../keys/custodians.ts'

interface KeysFlags {
  readonly data?: string
  /** What the first custodian is called. */
  readonly name?: string
}

type Run = (flags: KeysFlags, context: Context) => Promise<void>

export function register(program: Command, context: Context): void {
  const keys = program
    .command('keys')
    .description(context.say('help.keys'))
    .addHelpText('after', `\n${context.say('help.keys.example')}`)
  const commands = [
    ['setup', 'help.keys.setup', setUp],
    ['status', 'help.keys.status', tellStatus],
    ['rotate', 'help.keys.rotate', rotate],
  ] as const satisfies readonly (readonly [string, string, Run])[]
  for (const [name, help, run] of commands) {
    const command = keys
      .command(name)
      .description(context.say(help))
      .action((flags: KeysFlags) => run(flags, context))
    if (run === setUp) command.option('--name <name>', context.say('help.keys.name'))
    addDataOption(command.helpOption('-h, --help', context.say('help.help')), context)
  }
  registerCustodians(keys, context)
}

async function setUp({ data, name: given }: KeysFlags, context: Context): Promise<void> {
  const { Passphrase } = await import('@vigil/contract/schemas')
  const { askNewPassphrase } = await import('../accounts/ask-passphrase.ts')
  const { actOnInstalled } = await import('../keys/act.ts')
  const typed = await askNewPassphrase(context.say('keys.passphrase.new'), context)
  const passphrase = Passphrase.safeParse(typed)
  if (!passphrase.success) return context.refuse(context.say('keys.refused.weak'))
  const name = given === undefined ? {} : { name: await readName(given, context) }
  await actOnInstalled(data, { does: 'setUp', passphrase: passphrase.data, ...name }, context)
  context.print(context.say('keys.setUp'))
}

async function rotate({ data }: KeysFlags, context: Context): Promise<void> {
  const { actOnInstalled } = await import('../keys/act.ts')
  const { size } = await actOnInstalled(data, { does: 'rotate' }, context)
  context.print(context.say('keys.rotated', { keys: size }))
}

async function tellStatus({ data }: KeysFlags, context: Context): Promise<void> {
  const answer = await (await askOf(data))({ does: 'status' })
  if (!answer.ok) return refuse(answer.problem, context)
  const { state, keys, retired } = answer.value
  context.print(context.say(`keys.state.${state}`, { keys }))
  if (retired > 0) context.print(context.say('keys.retired', { retired }))
}

async function askOf(data: string | undefined) {
  const { readConfig } = await import('@vigil/server/config.ts')
  const { askInstalled } = await import('@vigil/server/keys/administer.ts')
  return askInstalled(readConfig({ data }).data)
}

async function refuse(problem: KeyProblem, context: Context): Promise<never> {
  const { refuseKeys } = await import('../keys/act.ts')
  return refuseKeys(problem, context)
}
