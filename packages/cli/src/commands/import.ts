import { ImportOptions } from '@vigil/contract/schemas'
import type { Command } from 'commander'
import { addGivenOptions, type GivenFlags } from '../documents/options.ts'
import type { FileReport } from '../documents/report.ts'
import type { Context } from '../frame/context.ts'
import { addDataOption } from '../frame/installation.ts'
import { showProgress } from '../text/progress.ts'

interface ImportFlags extends GivenFlags {
  readonly data?: string
  readonly json?: boolean
  readonly newVersion?: boolean
}

export function register(program: Command, context: Context): void {
  const command = program
    .command('import')
    .description(context.say('help.import'))
    .argument('<path...>', context.say('help.import.path'))
    .option('--new-version', context.say('help.import.newVersion'))
    .option('--json', context.say('help.import.json'))
    .addHelpText('after', `\n${context.say('help.import.example')}`)
    .action((paths: string[], flags: ImportFlags) => importPaths(paths, flags, context))
  addDataOption(addGivenOptions(command, context), context)
}

async function importPaths(
  paths: readonly string[],
  flags: ImportFlags,
  context: Context,
): Promise<void> {
  const { listFiles } = await import('../documents/files.ts')
  const { files, leftOut } = await listFiles(paths)
  const options = toOptions(flags, context)
  if (flags.symbol && files.length > 1) context.refuse(context.say('import.oneSymbol'))
  const reports: FileReport[] = []
  const tell = async (report: FileReport) => {
    reports.push(report)
    showProgress('')
    if (!flags.json) context.print(await describe(report, context))
    showProgress(`${reports.length}/${files.length + leftOut.length}`)
  }
  for (const file of leftOut) await tell({ file, outcome: 'leftOut' })
  await importAll({ files, options, data: flags.data, tell }, context)
  showProgress('')
  await conclude(reports, flags, context)
}

/** What the flags say, in the words of the contract. */
function toOptions(
  { language, kind, symbol, newVersion }: ImportFlags,
  context: Context,
): ImportOptions {
  const given = { language, kind, symbol, whenHeld: newVersion ? 'newVersion' : 'refuse' }
  const options = ImportOptions.safeParse(given)
  return options.success ? options.data : context.refuse(context.say('import.symbol'))
}

interface Work {
  readonly files: readonly string[]
  readonly options: ImportOptions
  readonly data: string | undefined
  readonly tell: (report: FileReport) => Promise<void>
}

/** Ends early, between two files, when interrupted: what is in stays, and the next run goes on. */
async function importAll({ files, options, data, tell }: Work, context: Context): Promise<void> {
  let interrupted = false
  process.once('SIGINT', () => {
    interrupted = true
  })
  const { importFiles } = await import('../documents/import-files.ts')
  const { withDatabase } = await import('../documents/with-database.ts')
  await withDatabase(data, async (db) => {
    for await (const report of importFiles(db, { files, options }, context)) {
      await tell(report)
      if (interrupted) context.refuse(context.say('import.interrupted'))
    }
  })
}

async function describe(report: FileReport, context: Context): Promise<string> {
  const { describeReport } = await import('../documents/report.ts')
  return describeReport(report, context)
}

async function conclude(
  reports: readonly FileReport[],
  { json }: ImportFlags,
  context: Context,
): Promise<void> {
  const { summarise } = await import('../documents/report.ts')
  const summary = summarise(reports)
  if (json) context.print(JSON.stringify({ files: reports, summary }, null, 2))
  else context.print(context.say('import.summary', { ...summary }))
  if (summary.refused > 0) {
    context.refuse(context.say('import.someRefused', { refused: summary.refused }))
  }
}
