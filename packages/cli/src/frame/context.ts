import type catalogue from '@vigil/core/i18n/en/cli.json'
import { chooseLanguage, say, type InterfaceLanguage, type MessageValues } from '@vigil/core/i18n'

export type CliKey = keyof typeof catalogue

/** What a command is given to speak with. */
export interface Context {
  readonly language: InterfaceLanguage
  /** A sentence of the catalogue `cli.json` in the language of the terminal. */
  say(key: CliKey, values?: MessageValues): string
  /** A line on standard output: results only. */
  print(line: string): void
  /** A line on standard error: everything else. */
  note(line: string): void
  /** Ends the command with this one sentence on standard error and exit code 1. */
  refuse(sentence: string): never
}

/** A command's own refusal; the frame shows the sentence. */
export class CommandRefusal extends Error {
  override readonly name = 'CommandRefusal'
}

export function createContext(environment: NodeJS.ProcessEnv): Context {
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  const language = chooseLanguage(LC_ALL || LC_MESSAGES || LANG || '')
  return {
    language,
    say: (key, values = {}) => say(language, { area: 'cli', key, values }),
    print(line) {
      process.stdout.write(`${line}\n`)
    },
    note(line) {
      process.stderr.write(`${line}\n`)
    },
    refuse(sentence) {
      throw new CommandRefusal(sentence)
    },
  }
}
