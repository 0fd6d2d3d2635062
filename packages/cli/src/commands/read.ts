import type { GivenHead } from '@vigil/core/documents'
import type { Refusal } from '@vigil/server/documents/extract/extracted.ts'
import type { UploadedFile } from '@vigil/server/files.ts'
import type { Command } from 'commander'
import { addGivenOptions, type GivenFlags } from '../documents/options.ts'
import type { Context } from '../frame/context.ts'

interface ReadFlags extends GivenFlags {
  readonly json?: boolean
}

export function register(program: Command, context: Context): void {
  const command = program
    .command('read')
    .description(context.say('help.read'))
    .argument('<file>', context.say('help.read.file'))
    .option('--json', context.say('help.read.json'))
    .addHelpText('after', `\n${context.say('help.read.example')}`)
    .action((path: string, flags: ReadFlags) => readAndShow(path, flags, context))
  addGivenOptions(command, context)
}

async function readAndShow(path: string, flags: ReadFlags, context: Context): Promise<void> {
  const { readFile, warmReader } = await import('@vigil/server/documents/reader/index.ts')
  warmReader()
  const { readInput } = await import('../documents/input.ts')
  const input = await readInput(path, context)
  if (!input.ok) return context.refuse(input.sentence)
  const reading = readFile(input.file, whatIsGiven(flags))
  // Read in while the reader works in its own thread.
  const clauses = import('@vigil/core/documents/file')
  const hashing = import('node:crypto')
  const showing = flags.json ? null : import('../documents/show.ts')
  const read = await reading
  if (!read.ok) return refuse(input.file, read, context)
  const [{ toDocumentFile }, { createHash }] = await Promise.all([clauses, hashing])
  const sha256 = createHash('sha256').update(input.file.bytes).digest('hex')
  const file = toDocumentFile({ sha256, characters: read.text.length }, read.reading)
  if (showing === null) return context.print(JSON.stringify(file, null, 2))
  const { showReading } = await showing
  const { terminalColumns } = await import('../text/wrap.ts')
  for (const line of showReading(file, context, terminalColumns())) context.print(line)
}

function whatIsGiven({ language, symbol, kind }: GivenFlags): GivenHead {
  return { ...(language && { language }), ...(symbol && { symbol }), ...(kind && { kind }) }
}

async function refuse(
  { name }: UploadedFile,
  { problem: code, values = {} }: Refusal,
  context: Context,
): Promise<never> {
  const { sayProblem } = await import('../documents/problem.ts')
  return context.refuse(sayProblem(context, { name, code, values }))
}
