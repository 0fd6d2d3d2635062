import { existsSync } from 'node:fs'
import type { TreeHead, VerifierKey } from '@vigil/core/log'
import { say } from '@vigil/core/i18n'
import type { Db } from '@vigil/server/db/transaction.ts'
import type { Command } from 'commander'
import type { Context } from '../frame/context.ts'
import { addDataOption } from '../frame/installation.ts'
import { sayFault } from '../log/say-fault.ts'

interface CheckFlags {
  readonly data?: string
  readonly checkpoint: readonly string[]
}

export function register(program: Command, context: Context): void {
  const command = program
    .command('check')
    .description(context.say('help.check'))
    .option('--checkpoint <checkpoint>', context.say('help.check.checkpoint'), collect, [])
    .addHelpText('after', `\n${context.say('help.check.example')}`)
    .action((flags: CheckFlags) => checkLog(flags, context))
  addDataOption(command, context)
}

function collect(file: string, before: readonly string[]): readonly string[] {
  return [...before, file]
}

async function checkLog({ data, checkpoint: files }: CheckFlags, context: Context): Promise<void> {
  const { readConfig } = await import('@vigil/server/config.ts')
  const { checkInstallation } = await import('@vigil/server/log/check.ts')
  const { findLogKey } = await import('@vigil/server/log/key.ts')
  const { listPolicies } = await import('@vigil/server/task-force/by-hand.ts')
  const { withDatabase } = await import('../documents/with-database.ts')
  await withDatabase(data, async (db) => {
    const config = readConfig({ data })
    const key = findLogKey(config.data)
    const given = await openAll(files, { key, context })
    const found = await checkInstallation(db, { key, given })
    if (found.fault !== null) context.refuse(sayFault(found.fault, { files, context }))
    const root = Buffer.from(found.root).toString('base64')
    const outcome = found.size === 0 ? 'check.empty' : 'check.whole'
    context.print(context.say(outcome, { size: found.size, root }))
    if (key !== undefined) await tellTombstones(db, { key, context, data: config.data })
    for (const { operation, levelsByOnePerson: levels } of await listPolicies(db, new Date())) {
      if (levels !== null) context.print(context.say('check.smallTeam', { operation, levels }))
    }
  })
}

/** Whether every key that the log calls destroyed is, and no other. */
async function tellTombstones(
  db: Db,
  { key, context, data }: Opening & { readonly key: VerifierKey; readonly data: string },
): Promise<void> {
  const { checkInstalledTombstones } = await import('@vigil/server/identities/check-tombstones.ts')
  const found = await checkInstalledTombstones(db, { data, key })
  if (found === null) return
  const { destroyed, fault } = found
  if (fault === null) return context.print(context.say('check.tombstones', { destroyed }))
  const { kind, ...values } = fault
  context.refuse(context.say(`check.${kind}`, values))
}

interface Opening {
  /** Who signs the log of this installation. */
  readonly key: VerifierKey | undefined
  readonly context: Context
}

async function openAll(
  checkpoints: readonly string[],
  { key, context }: Opening,
): Promise<readonly TreeHead[]> {
  if (checkpoints.length === 0) return []
  if (key === undefined) return context.refuse(context.say('check.noKey'))
  const given: TreeHead[] = []
  for (const one of checkpoints) given.push(await openOne(one, { key, context }))
  return given
}

/** Reads a checkpoint typed from paper or, where it does not look like that, in a file. */
async function openOne(
  given: string,
  { key, context }: Opening & { readonly key: VerifierKey },
): Promise<TreeHead> {
  const { isTypedCheckpoint, readTypedCheckpoint } = await import('@vigil/core/log')
  if (!isTypedCheckpoint(given) || existsSync(given)) return openFile(given, { key, context })
  const read = readTypedCheckpoint(given, key)
  if (read.ok) return read.value
  const reason = say(context.language, { area: 'log', key: read.problem, values: read.values })
  return context.refuse(context.say('check.notGenuine', { file: given, reason }))
}

/** Reads a checkpoint that this log signed; ends the command where it is none. */
async function openFile(
  file: string,
  { key, context }: Opening & { readonly key: VerifierKey },
): Promise<TreeHead> {
  const { openCheckpoint } = await import('@vigil/core/log')
  const { trustIn } = await import('@vigil/server/log/key.ts')
  const { readInput } = await import('../documents/input.ts')
  const input = await readInput(file, context)
  if (!input.ok) return context.refuse(input.sentence)
  const opened = openCheckpoint(decode(input.file.bytes), trustIn(key))
  if (opened.ok) return opened.value
  const { problem, values } = opened
  const reason = say(context.language, { area: 'log', key: problem, values })
  return context.refuse(context.say('check.notGenuine', { file, reason }))
}

/** Bytes that are no text become characters that no note has. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return '\u0000'
  }
}
