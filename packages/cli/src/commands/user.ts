import { NewAccount } from '@vigil/contract/schemas'
import { CODE_HOURS } from '@vigil/core/enrolment'
import type { Role } from '@vigil/core/policy'
import type { Command } from 'commander'
import { addCoChairs } from '../accounts/co-chairs.ts'
import { addEnd } from '../accounts/end.ts'
import { addRecover } from '../accounts/recover.ts'
import { addPlaceOptions, type GrantFlags, grantsOf, parseRoles } from '../accounts/grants.ts'
import type { Context } from '../frame/context.ts'
import { addDataOption } from '../frame/installation.ts'

interface DataFlags {
  readonly data?: string
}

interface AddFlags extends DataFlags, GrantFlags {
  readonly name: string
}

interface InviteFlags extends AddFlags {
  readonly secondOf?: string
}

/** Whoever is named no other role reads and brings in documents. */
const USUAL_ROLES: readonly Role[] = ['secretariat']

export function register(program: Command, context: Context): void {
  const user = program
    .command('user')
    .description(context.say('help.user'))
    .addHelpText('after', `\n${context.say('help.user.example')}`)
  const add = user
    .command('add')
    .description(context.say('help.user.add'))
    .argument('<sign-in-name>', context.say('help.user.signInName'))
    .requiredOption('--name <name>', context.say('help.user.name'))
    .option('--roles <roles>', context.say('help.user.roles'), parseRoles, USUAL_ROLES)
    .action((signInName: string, flags: AddFlags) => addUser(signInName, flags, context))
  const grant = user
    .command('grant')
    .description(context.say('help.user.grant'))
    .argument('<sign-in-name>', context.say('help.user.signInName'))
    .requiredOption('--roles <roles>', context.say('help.user.roles'), parseRoles)
    .action((signInName: string, flags: GrantFlags & DataFlags) =>
      grantUser(signInName, flags, context),
    )
  const revoke = user
    .command('revoke')
    .description(context.say('help.user.revoke'))
    .argument('<sign-in-name>', context.say('help.user.signInName'))
    .requiredOption('--roles <roles>', context.say('help.user.roles'), parseRoles)
    .action((signInName: string, flags: GrantFlags & DataFlags) =>
      revokeUser(signInName, flags, context),
    )
  const invite = user
    .command('invite')
    .description(context.say('help.user.invite'))
    .requiredOption('--name <name>', context.say('help.user.name'))
    .requiredOption('--roles <roles>', context.say('help.user.roles'), parseRoles)
    .option('--second-of <sign-in-name>', context.say('help.user.secondOf'))
    .action((flags: InviteFlags) => inviteUser(flags, context))
  for (const command of [add, grant, invite]) addPlaceOptions(command, context)
  for (const addMore of [addCoChairs, addRecover, addEnd]) addMore(user, context)
  const list = user
    .command('list')
    .description(context.say('help.user.list'))
    .action((flags: DataFlags) => listUsers(flags, context))
  const renew = user
    .command('passphrase')
    .description(context.say('help.user.passphrase'))
    .argument('<sign-in-name>', context.say('help.user.signInName'))
    .action((signInName: string, flags: DataFlags) => renewUser(signInName, flags, context))
  for (const command of [add, grant, revoke, invite, list, renew]) {
    addDataOption(command.helpOption('-h, --help', context.say('help.help')), context)
  }
}

async function addUser(signInName: string, flags: AddFlags, context: Context): Promise<void> {
  const account = await readAccount({ signInName, name: flags.name }, context)
  const { addAccount } = await import('@vigil/server/accounts/administer.ts')
  const { withDatabase } = await import('../documents/with-database.ts')
  await withDatabase(flags.data, async (db) => {
    const now = new Date()
    const made = await addAccount(db, { ...account, grants: grantsOf(flags, now), now })
    if (!made) context.refuse(context.say('user.taken', { signInName: account.signInName }))
    context.print(context.say('user.added', { signInName: account.signInName }))
  })
}

async function grantUser(
  signInName: string,
  flags: GrantFlags & DataFlags,
  context: Context,
): Promise<void> {
  const { grantRoles } = await import('@vigil/server/accounts/administer.ts')
  const { withDatabase } = await import('../documents/with-database.ts')
  await withDatabase(flags.data, async (db) => {
    const now = new Date()
    const granted = await grantRoles(db, { signInName, grants: grantsOf(flags, now), now })
    if (!granted) context.refuse(context.say('user.unknown', { signInName }))
    context.print(context.say('user.granted', { signInName, roles: flags.roles.join(', ') }))
  })
}

async function revokeUser(
  signInName: string,
  { roles, data }: GrantFlags & DataFlags,
  context: Context,
): Promise<void> {
  const { revokeRoles } = await import('@vigil/server/accounts/administer.ts')
  const { withDatabase } = await import('../documents/with-database.ts')
  await withDatabase(data, async (db) => {
    const ended = await revokeRoles(db, { signInName, roles, now: new Date() })
    if (ended === undefined) context.refuse(context.say('user.unknown', { signInName }))
    if (ended === 0) context.refuse(context.say('user.roleless', { signInName }))
    context.print(context.say('user.revoked', { signInName, roles: roles.join(', ') }))
  })
}

async function inviteUser(flags: InviteFlags, context: Context): Promise<void> {
  const { invitePerson } = await import('@vigil/server/people/by-hand.ts')
  const { withDatabase } = await import('../documents/with-database.ts')
  const { describeFields } = await import('@vigil/server/http/fields.ts')
  const named = NewAccount.pick({ name: true }).safeParse(flags, { reportInput: true })
  if (!named.success) return refuseFields(describeFields(named.error, context.language), context)
  const { name } = named.data
  const { secondOf } = flags
  await withDatabase(flags.data, async (db) => {
    const now = new Date()
    const grants = grantsOf(flags, now)
    const code = await invitePerson(db, { name, grants, now, ...(secondOf && { secondOf }) })
    if (!code) context.refuse(context.say('user.unknown', { signInName: secondOf ?? '' }))
    context.note(context.say('user.invited', { name, hours: CODE_HOURS }))
    context.print(code)
  })
}

async function renewUser(signInName: string, flags: DataFlags, context: Context): Promise<void> {
  const account = await readAccount({ signInName, name: signInName }, context)
  const { renewPassphrase } = await import('@vigil/server/accounts/administer.ts')
  const { withDatabase } = await import('../documents/with-database.ts')
  await withDatabase(flags.data, async (db) => {
    const renewed = await renewPassphrase(db, { ...account, now: new Date() })
    if (!renewed) context.refuse(context.say('user.unknown', { signInName: account.signInName }))
    context.print(context.say('user.renewed', { signInName: account.signInName }))
  })
}

async function listUsers(flags: DataFlags, context: Context): Promise<void> {
  const { listAccounts } = await import('@vigil/server/accounts/accounts.ts')
  const { withDatabase } = await import('../documents/with-database.ts')
  await withDatabase(flags.data, async (db) => {
    for (const { signInName, name, grants } of await listAccounts(db)) {
      const roles = new Set(grants.map(({ role }) => role))
      context.print([signInName, name, [...roles].join(',')].join('\t'))
    }
  })
}

/** Asks for the passphrase and checks all of it by the contract; one sentence for what is wrong. */
async function readAccount(
  given: Pick<NewAccount, 'signInName' | 'name'>,
  context: Context,
): Promise<NewAccount> {
  const { askPassphrase } = await import('../accounts/ask-passphrase.ts')
  const { describeFields } = await import('@vigil/server/http/fields.ts')
  const names = NewAccount.omit({ passphrase: true }).safeParse(given, { reportInput: true })
  if (!names.success) return refuseFields(describeFields(names.error, context.language), context)
  const passphrase = await askPassphrase(names.data.signInName, context)
  const account = NewAccount.safeParse({ ...given, passphrase }, { reportInput: true })
  if (account.success) return account.data
  return refuseFields(describeFields(account.error, context.language), context)
}

const FIELDS = {
  signInName: 'user.field.signInName',
  name: 'user.field.name',
  passphrase: 'user.field.passphrase',
} as const

function refuseFields(
  [first]: readonly { readonly path: string; readonly message: string }[],
  context: Context,
): never {
  const { path = 'name', message: reason = '' } = first ?? {}
  return context.refuse(context.say(FIELDS[path as keyof typeof FIELDS], { reason }))
}
