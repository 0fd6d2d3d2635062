import type { DocumentKind, DocumentLanguage } from '@vigil/core/documents'
import { DOCUMENT_KINDS, DOCUMENT_LANGUAGES } from '@vigil/core/documents/names'
import { type Command, InvalidArgumentError } from 'commander'
import type { Context } from '../frame/context.ts'

/** What may be said about a document on the command line; the rest is read from its text. */
export interface GivenFlags {
  readonly language?: DocumentLanguage
  readonly symbol?: string
  readonly kind?: DocumentKind
}

/** Adds `--language`, `--kind` and `--symbol`. */
export function addGivenOptions(command: Command, context: Context): Command {
  const languages = { codes: DOCUMENT_LANGUAGES.join(', ') }
  const kinds = { codes: DOCUMENT_KINDS.join(', ') }
  return command
    .option(
      '--language <code>',
      context.say('help.read.language', languages),
      oneOf(DOCUMENT_LANGUAGES),
    )
    .option('--kind <kind>', context.say('help.read.kind', kinds), oneOf(DOCUMENT_KINDS))
    .option('--symbol <symbol>', context.say('help.read.symbol'))
}

/** Reads the value of an option that must be one of some codes. */
export function oneOf<Code extends string>(codes: readonly Code[]): (text: string) => Code {
  return (text) => {
    const found = codes.find((code) => code === text)
    if (found !== undefined) return found
    throw new InvalidArgumentError(`'${text}'`)
  }
}
