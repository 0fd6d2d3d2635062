import { DocumentKind, DocumentLanguage } from '@vigil/core/documents'
import { type Command, InvalidArgumentError } from 'commander'
import type { z } from 'zod'
import type { Context } from '../frame/context.ts'

/** What may be said about a document on the command line; the rest is read from its text. */
export interface GivenFlags {
  readonly language?: DocumentLanguage
  readonly symbol?: string
  readonly kind?: DocumentKind
}

/** Adds `--language`, `--kind` and `--symbol`. */
export function addGivenOptions(command: Command, context: Context): Command {
  const languages = { codes: DocumentLanguage.options.join(', ') }
  const kinds = { codes: DocumentKind.options.join(', ') }
  return command
    .option(
      '--language <code>',
      context.say('help.read.language', languages),
      oneOf(DocumentLanguage),
    )
    .option('--kind <kind>', context.say('help.read.kind', kinds), oneOf(DocumentKind))
    .option('--symbol <symbol>', context.say('help.read.symbol'))
}

/** Reads the value of an option that must be one of some codes. */
export function oneOf<Code extends string>(codes: z.ZodType<Code>): (text: string) => Code {
  return (text) => {
    const found = codes.safeParse(text)
    if (found.success) return found.data
    throw new InvalidArgumentError(`'${text}'`)
  }
}
