import { createInterface } from 'node:readline/promises'
import { text } from 'node:stream/consumers'
import { Writable } from 'node:stream'
import type { Context } from '../frame/context.ts'

/**
 * A passphrase for `signInName`: typed twice, unseen, on a terminal; else the first line of standard
 * input. Never an argument, which other programs of the machine could see.
 */
export async function askPassphrase(signInName: string, context: Context): Promise<string> {
  return askNewPassphrase(context.say('user.passphrase.ask', { signInName }), context)
}

/** A new passphrase for whatever `question` says: typed twice. */
export async function askNewPassphrase(question: string, context: Context): Promise<string> {
  if (!process.stdin.isTTY) return readFirstLine()
  const typed = await askUnseen(question, context)
  const again = await askUnseen(context.say('user.passphrase.again'), context)
  return typed === again ? typed : context.refuse(context.say('user.passphrase.differs'))
}

/** A passphrase that is there already: typed once, unseen, or the first line of standard input. */
export async function askKnownPassphrase(question: string, context: Context): Promise<string> {
  if (!process.stdin.isTTY) return readFirstLine()
  return askUnseen(question, context)
}

/**
 * One that is there already, then a new one that is typed twice; else the first two lines of standard
 * input.
 */
export async function askBoth(
  { known, fresh }: { readonly known: string; readonly fresh: string },
  context: Context,
): Promise<readonly [known: string, fresh: string]> {
  if (process.stdin.isTTY) {
    return [await askUnseen(known, context), await askNewPassphrase(fresh, context)]
  }
  const [first = '', second = ''] = (await text(process.stdin)).split(/\r?\n/)
  return [first, second]
}

async function readFirstLine(): Promise<string> {
  return (await text(process.stdin)).split(/\r?\n/)[0] ?? ''
}

async function askUnseen(question: string, context: Context): Promise<string> {
  const output = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output, terminal: true })
  const interrupted = new AbortController()
  terminal.once('SIGINT', () => interrupted.abort())
  process.stderr.write(`${question} `)
  try {
    return await terminal.question('', { signal: interrupted.signal })
  } catch {
    return context.refuse(context.say('user.passphrase.none'))
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}
