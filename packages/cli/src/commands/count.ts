import type { Report } from '@vigil/core/counting'
import type { Command } from 'commander'
import type { Context } from '../frame/context.ts'

interface CountFlags {
  readonly report?: string
  readonly json?: boolean
}

export function register(program: Command, context: Context): void {
  program
    .command('count')
    .description(context.say('help.count'))
    .helpOption('-h, --help', context.say('help.help'))
    .argument('<bundle>', context.say('help.count.file'))
    .option('--report <id>', context.say('help.count.report'))
    .option('--json', context.say('help.count.json'))
    .addHelpText('after', `\n${context.say('help.count.example')}`)
    .action((path: string, flags: CountFlags) => countAndShow(path, flags, context))
}

async function countAndShow(
  path: string,
  { report, json }: CountFlags,
  context: Context,
): Promise<void> {
  const { countFile } = await import('../counting/count-file.ts')
  const counted = await countFile(path, context)
  if (report !== undefined && !counted.figures.reports.has(report))
    return refuseReport(report, counted.reports, context)
  if (json) {
    const { printJson } = await import('../counting/print-json.ts')
    return printJson(counted.figures, report)
  }
  const { showFigures } = await import('../counting/show.ts')
  for (const line of showFigures(counted, { report, context })) context.print(line)
}

async function refuseReport(
  id: string,
  reports: readonly Report[],
  context: Context,
): Promise<never> {
  const { speak } = await import('../counting/speak.ts')
  const list = reports.map((report) => report.id).join(', ')
  return context.refuse(speak(context, 'report.unknown', { id, list }))
}
