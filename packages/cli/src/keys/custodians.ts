import type { KeyAnswers } from '@vigil/server/keys/protocol.ts'
import type { Command } from 'commander'
import type { Context } from '../frame/context.ts'
import { addDataOption } from '../frame/installation.ts'

interface CustodianFlags {
  readonly data?: string
  /** A file with the identity of the custodian who acts; else they type their passphrase. */
  readonly identity?: string
  /** The recipient of an identity that the new custodian keeps; else they choose a passphrase. */
  readonly recipient?: string
}

/** `keys custodian list`, `add NAME`, `end NAME`: who opens the keys. */
export function registerCustodians(keys: Command, context: Context): void {
  const custodian = keys
    .command('custodian')
    .description(context.say('help.keys.custodian'))
    .addHelpText('after', `\n${context.say('help.keys.custodian.example')}`)
    .helpOption('-h, --help', context.say('help.help'))
  const add = (command: Command) =>
    addDataOption(command.helpOption('-h, --help', context.say('help.help')), context)
  add(custodian.command('list').description(context.say('help.keys.custodian.list'))).action(
    (flags: CustodianFlags) => list(flags, context),
  )
  add(custodian.command('add <name>').description(context.say('help.keys.custodian.add')))
    .option('--recipient <recipient>', context.say('help.keys.custodian.recipient'))
    .option('--identity <file>', context.say('help.keys.custodian.identity'))
    .action((name: string, flags: CustodianFlags) => addOne(name, flags, context))
  add(custodian.command('end <name>').description(context.say('help.keys.custodian.end')))
    .option('--identity <file>', context.say('help.keys.custodian.identity'))
    .action((name: string, flags: CustodianFlags) => endOne(name, flags, context))
}

async function list({ data }: CustodianFlags, context: Context): Promise<void> {
  const { readConfig } = await import('@vigil/server/config.ts')
  const { askInstalled } = await import('@vigil/server/keys/administer.ts')
  const { refuseKeys } = await import('./act.ts')
  const answer = await askInstalled(readConfig({ data }).data)({ does: 'custodians' })
  if (!answer.ok) return refuseKeys(answer.problem, context)
  tell(answer.value, context)
}

async function addOne(given: string, flags: CustodianFlags, context: Context): Promise<void> {
  const { actOnInstalled } = await import('./act.ts')
  const name = await readName(given, context)
  const means = await askMeans(flags, context)
  tell(await actOnInstalled(flags.data, { does: 'addCustodian', name, ...means }, context), context)
}

async function endOne(given: string, flags: CustodianFlags, context: Context): Promise<void> {
  const { actOnInstalled } = await import('./act.ts')
  const { askProof } = await import('./proof.ts')
  const name = await readName(given, context)
  const by = await askProof(flags.identity, context)
  tell(await actOnInstalled(flags.data, { does: 'endCustodian', name, by }, context), context)
}

/** A name for a custodian; ends the command where it is none. */
export async function readName(given: string, context: Context): Promise<string> {
  const { CustodianName } = await import('@vigil/server/keys/protocol.ts')
  const name = CustodianName.safeParse(given)
  return name.success ? name.data : context.refuse(context.say('keys.refused.custodianName'))
}

/** What the custodian who acts shows, and by what the new one will open the keys. */
async function askMeans({ identity, recipient }: CustodianFlags, context: Context) {
  const { askBoth, askNewPassphrase } = await import('../accounts/ask-passphrase.ts')
  const { askProof, readIdentity, toProof } = await import('./proof.ts')
  if (recipient !== undefined) return { recipient, by: await askProof(identity, context) }
  const fresh = context.say('keys.passphrase.new')
  if (identity !== undefined) {
    const by = readIdentity(identity, context)
    return { by, ...(await checkNew(await askNewPassphrase(fresh, context), context)) }
  }
  const known = context.say('keys.passphrase.ask')
  const [old, chosen] = await askBoth({ known, fresh }, context)
  return { by: toProof(old, context), ...(await checkNew(chosen, context)) }
}

async function checkNew(typed: string, context: Context) {
  const { Passphrase } = await import('@vigil/contract/schemas')
  const passphrase = Passphrase.safeParse(typed)
  if (passphrase.success) return { passphrase: passphrase.data }
  return context.refuse(context.say('keys.refused.weak'))
}

function tell({ custodians }: KeyAnswers['custodians'], context: Context): void {
  for (const { name, byPassphrase } of custodians) {
    const key = byPassphrase ? 'keys.custodian.passphrase' : 'keys.custodian.identity'
    context.print(context.say(key, { name }))
  }
}
