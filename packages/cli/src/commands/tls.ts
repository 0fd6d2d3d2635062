import { InvalidArgumentError, type Command } from 'commander'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import type { Context } from '../frame/context.ts'
import { addDataOption } from '../frame/installation.ts'

interface TlsFlags {
  readonly data?: string
  readonly cert?: string
  readonly key?: string
}

const HOST_NAME =
  /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i

export function register(program: Command, context: Context): void {
  const command = program
    .command('tls')
    .description(context.say('help.tls'))
    .argument('[names...]', context.say('help.tls.names'), collectName, [])
    .option('--cert <file>', context.say('help.tls.cert'))
    .option('--key <file>', context.say('help.tls.key'))
    .addHelpText('after', `\n${context.say('help.tls.example')}`)
    .action((names: readonly string[], flags: TlsFlags) =>
      installTls({ names, flags, command }, context),
    )
  addDataOption(command, context)
}

function collectName(value: string, before: readonly string[]): readonly string[] {
  if (isIP(value) === 0 && !HOST_NAME.test(value)) throw new InvalidArgumentError(`'${value}'`)
  return [...before, value]
}

interface Asked {
  readonly names: readonly string[]
  readonly flags: TlsFlags
  readonly command: Command
}

async function installTls({ names, flags, command }: Asked, context: Context): Promise<void> {
  const { cert, key } = flags
  const { readConfig } = await import('@vigil/server/config.ts')
  const { data } = readConfig({ data: flags.data })
  if (cert !== undefined && key !== undefined) {
    const { installGiven } = await import('@vigil/server/tls/given.ts')
    printCertificate(installGiven(data, { cert, key, now: new Date() }), context)
    return
  }
  if (cert !== undefined || key !== undefined) {
    const missing = cert === undefined ? '--cert' : '--key'
    command.error(`'${missing}'`, { code: 'commander.missingMandatoryOptionValue', exitCode: 2 })
  }
  await issue(data, { names, context })
}

async function issue(
  data: string,
  { names, context }: { names: readonly string[]; context: Context },
): Promise<void> {
  const { issueCertificate } = await import('@vigil/server/tls/authority.ts')
  const all = [...new Set([...names, ...ownNames()])]
  const issued = issueCertificate(data, { names: all, now: new Date() })
  printCertificate(issued, context)
  context.print('')
  context.print(context.say('tls.carry', { file: issued.carried }))
  context.print(context.say('tls.fingerprint', { fingerprint: issued.fingerprint }))
  context.print(context.say('tls.android'))
  context.print(context.say('tls.iphone'))
  context.print(context.say('tls.keep'))
}

function printCertificate(
  { names, until }: { names: readonly string[]; until: Date },
  context: Context,
): void {
  const list = names.join(', ')
  context.print(context.say('tls.installed', { list, until: until.toISOString().slice(0, 10) }))
  context.print(context.say('tls.serve'))
}

/** What this machine is called anyway. */
function ownNames(): readonly string[] {
  const name = hostname().toLowerCase()
  return [...(HOST_NAME.test(name) ? [name] : []), 'localhost', '127.0.0.1', '::1']
}
