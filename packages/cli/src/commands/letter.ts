import { LetterFormat } from '@vigil/contract/schemas'
import type { Command } from 'commander'
import { oneOf } from '../documents/options.ts'
import type { Context } from '../frame/context.ts'
import { missingOption } from '../frame/usage.ts'
import type { CheckFlags } from '../letters/check.ts'
import { chooseFormat } from '../letters/formats.ts'
import { addMessageOptions, choicesOf, type MessageFlags } from '../letters/options.ts'

interface LetterFlags extends MessageFlags {
  readonly format?: LetterFormat
  readonly output?: string
}

export function register(program: Command, context: Context): void {
  const letter = program
    .command('letter')
    .description(context.say('help.letter'))
    // What stands behind `check` belongs to it, also where both know such an option.
    .enablePositionalOptions()
    .argument('<file>', context.say('help.letter.file'))
    .option('--format <format>', context.say('help.letter.format'), oneOf(LetterFormat.options))
    .option('-o, --output <file>', context.say('help.letter.output'))
    .addHelpText('after', `\n${context.say('help.letter.example')}`)
    .action((path: string, flags: LetterFlags) => draftAndWrite(path, flags, context))
  addMessageOptions(letter, context)
  const check = letter
    .command('check')
    .description(context.say('help.letter.check'))
    .helpOption('-h, --help', context.say('help.help'))
    .argument('<letter>', context.say('help.letter.check.file'))
    .option('--conclusions <file>', context.say('help.letter.check.conclusions'))
    .option('--json', context.say('help.letter.check.json'))
    .addHelpText('after', `\n${context.say('help.letter.check.example')}`)
    .action(async (path: string, flags: CheckFlags) => {
      const { checkReturned } = await import('../letters/check.ts')
      await checkReturned(path, flags, context)
    })
  addMessageOptions(check, context)
}

async function draftAndWrite(path: string, flags: LetterFlags, context: Context): Promise<void> {
  const { paragraph: envelope, output } = flags
  if (envelope === undefined) throw missingOption('--paragraph')
  const format = chooseFormat(flags.format, output)
  if (output === undefined && (format === 'docx' || format === 'pdf'))
    throw missingOption('--output')
  if (path === '-' && flags.facts === '-') context.refuse(context.say('letter.twoInputs'))
  const { readConclusions, draftFrom } = await import('../letters/conclusions.ts')
  const { readFacts } = await import('../letters/facts.ts')
  const { formatDraft, writeWhole } = await import('../letters/formats.ts')
  const { describeRemarks } = await import('../letters/remarks.ts')
  const facts = await readFacts(flags.facts, context)
  const conclusions = await readConclusions(path, context)
  const choices = choicesOf(flags, envelope)
  const draft = await draftFrom(conclusions, { envelope, facts, choices }, context)
  const content = await formatDraft({ draft, conclusions, facts, choices }, format, context)
  if (output === undefined) process.stdout.write(content)
  else await writeWhole(output, content, context)
  for (const line of describeRemarks(draft, context)) context.note(line)
}
