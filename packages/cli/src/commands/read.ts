import { createHash } from 'node:crypto'
import type { DocumentFile } from '@vigil/core/documents'
import type { UploadedFile } from '@vigil/server/http/handler.ts'
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
    .action((path: string, flags: ReadFlags) => read(path, flags, context))
  addGivenOptions(command, context)
}

async function read(path: string, flags: ReadFlags, context: Context): Promise<void> {
  const { readInput } = await import('../documents/input.ts')
  const input = await readInput(path, context)
  if (!input.ok) return context.refuse(input.sentence)
  const reading = await readFile(input.file, flags, context)
  if (flags.json) return context.print(JSON.stringify(reading, null, 2))
  const { showReading } = await import('../documents/show.ts')
  const columns = process.stdout.columns ?? Number.POSITIVE_INFINITY
  for (const line of showReading(reading, context, columns)) context.print(line)
}

async function readFile(
  { bytes, name }: UploadedFile,
  { language, symbol, kind }: GivenFlags,
  context: Context,
): Promise<DocumentFile> {
  const { extractFile } = await import('@vigil/server/documents/extract/index.ts')
  const { readingTools } = await import('@vigil/server/documents/lexicon.ts')
  const { readDocument, toDocumentFile } = await import('@vigil/core/documents')
  const extracted = await extractFile(bytes, name)
  if (!extracted.ok) {
    const { sayProblem } = await import('../documents/problem.ts')
    const { problem: code, values = {} } = extracted
    return context.refuse(sayProblem(context, { name, code, values }))
  }
  const given = { ...(language && { language }), ...(symbol && { symbol }), ...(kind && { kind }) }
  const reading = readDocument(extracted.text, readingTools, given)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return toDocumentFile({ sha256, characters: extracted.text.length }, reading)
}
