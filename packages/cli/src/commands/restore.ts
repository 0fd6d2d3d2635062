import { type Command, InvalidArgumentError } from 'commander'
import type { Restored } from '@vigil/server/backup/restore.ts'
import type { Config } from '@vigil/server/config.ts'
import { backupReport, showCopying } from '../backup/report.ts'
import type { Context } from '../frame/context.ts'
import { addDataOption } from '../frame/installation.ts'
import { sayFault } from '../log/say-fault.ts'
import { showProgress } from '../text/progress.ts'

interface RestoreFlags {
  readonly key: string
  readonly data?: string
  readonly checkpoint: readonly string[]
  readonly json?: boolean
}

export function register(program: Command, context: Context): void {
  const command = program
    .command('restore')
    .description(context.say('help.restore'))
    .argument('<file>', context.say('help.restore.file'))
    .requiredOption('--key <file>', context.say('help.restore.key'))
    .option('--checkpoint <file>', context.say('help.restore.checkpoint'), collect, [])
    .option('--json', context.say('help.restore.json'))
    .addHelpText('after', `\n${context.say('help.restore.example')}`)
    .action((file: string, flags: RestoreFlags) => restoreInstallation(file, flags, context))
  addDataOption(command, context)
}

/** Standard input can be read only once, and is for the key. */
function collect(file: string, before: readonly string[]): readonly string[] {
  if (file === '-') throw new InvalidArgumentError(`'${file}'`)
  return [...before, file]
}

async function restoreInstallation(
  file: string,
  flags: RestoreFlags,
  context: Context,
): Promise<void> {
  const { readConfig } = await import('@vigil/server/config.ts')
  const { parseIdentities } = await import('@vigil/server/backup/keys.ts')
  const { readStore } = await import('@vigil/server/backup/opened.ts')
  const identities = await parseIdentities(await readText(flags.key, context))
  const store = await opening(file, { open: () => readStore(file, identities), context })
  if (store === 'key') return restoreKeys({ file, identities }, { flags, context })
  const kept = []
  for (const name of flags.checkpoint) kept.push({ name, note: await readText(name, context) })
  const config = readConfig({ data: flags.data })
  const restored = await load({ file, identities, kept, config }, context)
  showProgress('')
  const { fault, ...log } = restored
  const names = [...flags.checkpoint, context.say('restore.ownCheckpoint')]
  if (fault !== null) context.refuse(sayFault(fault, { files: names, context }))
  const root = Buffer.from(log.root).toString('base64')
  const report = { ...backupReport(log.tables), entries: log.size, root }
  if (flags.json) return context.print(JSON.stringify(report, null, 2))
  context.print(context.say('restore.done', report))
}

async function restoreKeys(
  opened: { readonly file: string; readonly identities: readonly string[] },
  { flags, context }: { readonly flags: RestoreFlags; readonly context: Context },
): Promise<void> {
  const { readConfig } = await import('@vigil/server/config.ts')
  const { restoreKeyStore } = await import('../backup/restore-keys.ts')
  if (flags.checkpoint.length > 0) context.refuse(context.say('restore.keysCheckpoint'))
  const keys = await restoreKeyStore({ ...opened, config: readConfig({ data: flags.data }) })
  if (flags.json) return context.print(JSON.stringify({ keys }, null, 2))
  context.print(context.say('restore.keysDone', { keys }))
}

interface Loading {
  readonly file: string
  readonly identities: readonly string[]
  readonly kept: readonly { readonly name: string; readonly note: string }[]
  readonly config: Config
}

/** The backup is opened first: for one that does not open, no database is made. */
async function load(
  { file, identities, kept, config }: Loading,
  context: Context,
): Promise<Restored> {
  const { openBackup } = await import('@vigil/server/backup/opened.ts')
  const { restore } = await import('@vigil/server/backup/restore.ts')
  const { openInstallation } = await import('@vigil/server/database.ts')
  const { migrate } = await import('@vigil/server/db/migrate.ts')
  const backup = await opening(file, { open: () => openBackup(file, identities), context })
  const installation = await openInstallation(config)
  try {
    const { owner } = installation
    const { data } = config
    const restored = await restore({ owner, data, backup, kept, onProgress: showCopying(context) })
    if (restored.fault === null) await migrate(owner)
    return restored
  } finally {
    await installation.stop()
  }
}

/** What `open` gives of the file; ends the command where it cannot be read. */
async function opening<Opened>(
  file: string,
  { open, context }: { readonly open: () => Promise<Opened>; readonly context: Context },
): Promise<Opened> {
  const { describeUnreadable } = await import('../documents/input.ts')
  try {
    return await open()
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error
    return context.refuse(describeUnreadable(file, error, context))
  }
}

/** Text of a file, or of standard input; ends the command where it cannot be read. */
async function readText(path: string, context: Context): Promise<string> {
  const { readInput } = await import('../documents/input.ts')
  const input = await readInput(path, context)
  return input.ok ? Buffer.from(input.file.bytes).toString() : context.refuse(input.sentence)
}
