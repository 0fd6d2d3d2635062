import { type Command, InvalidArgumentError, Option } from 'commander'
import { join } from 'node:path'
import { backupReport } from '../backup/report.ts'
import { backUpStores, STORES, type Stores, type Written } from '../backup/stores.ts'
import type { Context } from '../frame/context.ts'
import { addDataOption } from '../frame/installation.ts'
import { showProgress } from '../text/progress.ts'

interface DataFlags {
  readonly data?: string
}

interface BackupFlags extends DataFlags {
  readonly store: Stores
  readonly to?: string
  readonly recipient: readonly string[]
  readonly keep?: number
  readonly json?: boolean
}

export function register(program: Command, context: Context): void {
  const backup = program
    .command('backup')
    .description(context.say('help.backup'))
    .addOption(
      new Option('--store <store>', context.say('help.backup.store'))
        .choices(STORES)
        .default('both' satisfies Stores),
    )
    .option('--to <directory>', context.say('help.backup.to'))
    .option('--recipient <key>', context.say('help.backup.recipient'), collect, [])
    .option('--keep <days>', context.say('help.backup.keep'), parseDays)
    .option('--json', context.say('help.backup.json'))
    .addHelpText('after', `\n${context.say('help.backup.example')}`)
    .action((flags: BackupFlags) => backUpInstallation(flags, context))
  addDataOption(backup, context)
  registerKeys(backup, context)
}

/** Whom backups are closed for. */
function registerKeys(backup: Command, context: Context): void {
  const keys = backup
    .command('keys')
    .description(context.say('help.backup.keys'))
    .helpOption('-h, --help', context.say('help.help'))
  const made = keys
    .command('new')
    .description(context.say('help.backup.keys.new'))
    .action((flags: DataFlags) => makeKey(flags, context))
  const added = keys
    .command('add')
    .description(context.say('help.backup.keys.add'))
    .argument('<key>', context.say('help.backup.keys.key'))
    .action((key: string, flags: DataFlags) => addKey(key, flags))
  const listed = keys
    .command('list')
    .description(context.say('help.backup.keys.list'))
    .action((flags: DataFlags) => listKeys(flags, context))
  for (const command of [made, added, listed]) {
    addDataOption(command.helpOption('-h, --help', context.say('help.help')), context)
  }
}

function collect(key: string, before: readonly string[]): readonly string[] {
  return [...before, key]
}

function parseDays(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text)
  throw new InvalidArgumentError(`'${text}'`)
}

async function backUpInstallation(flags: BackupFlags, context: Context): Promise<void> {
  const { readConfig } = await import('@vigil/server/config.ts')
  const { removeExpired } = await import('@vigil/server/backup/folder.ts')
  const { readRecipients } = await import('@vigil/server/backup/keys.ts')
  const config = readConfig({ data: flags.data })
  const { data } = config
  const recipients = flags.recipient.length > 0 ? flags.recipient : readRecipients(data)
  const directory = flags.to ?? join(data, 'backups')
  const now = new Date()
  const place = { directory, recipients, now }
  try {
    const written = await backUpStores(place, { stores: flags.store, config, context })
    const { keep: days = Number.POSITIVE_INFINITY } = flags
    const removed = removeExpired(directory, { now, days })
    tell(written, { removed, flags, context })
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error
    context.refuse(context.say('backup.unwritable', { directory, code: String(error.code) }))
  }
}

interface Telling {
  readonly removed: readonly string[]
  readonly flags: BackupFlags
  readonly context: Context
}

function tell({ records, keys }: Written, { removed, flags, context }: Telling): void {
  showProgress('')
  const copied = records && {
    file: records.file,
    ...backupReport(records.summary.tables),
    checkpoint: records.summary.checkpoint,
  }
  if (flags.json) return context.print(JSON.stringify({ ...copied, keys, removed }, null, 2))
  if (copied) {
    const { file, rows, tables } = copied
    context.print(context.say('backup.done', { file, rows, tables }))
  }
  if (keys) context.print(context.say('backup.keysDone', { file: keys.file }))
  for (const name of removed) context.print(context.say('backup.removed', { name }))
}

async function makeKey(flags: DataFlags, context: Context): Promise<void> {
  const { readConfig } = await import('@vigil/server/config.ts')
  const { addRecoveryKey } = await import('@vigil/server/backup/keys.ts')
  const { identity } = await addRecoveryKey(readConfig(flags).data)
  context.print(identity)
  context.note(context.say('backup.keys.made'))
}

async function addKey(key: string, flags: DataFlags): Promise<void> {
  const { readConfig } = await import('@vigil/server/config.ts')
  const { addRecipient } = await import('@vigil/server/backup/keys.ts')
  await addRecipient(readConfig(flags).data, key)
}

async function listKeys(flags: DataFlags, context: Context): Promise<void> {
  const { readConfig } = await import('@vigil/server/config.ts')
  const { readRecipients } = await import('@vigil/server/backup/keys.ts')
  for (const recipient of readRecipients(readConfig(flags).data)) context.print(recipient)
}
