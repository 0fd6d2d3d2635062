import type { LogFault } from '@vigil/core/log'
import { say } from '@vigil/core/i18n'
import type { InstallationCheck } from '@vigil/server/log/check.ts'
import type { CliKey, Context } from '../frame/context.ts'

type Fault = NonNullable<InstallationCheck['fault']>

/** What only an installation can have; faults of any log have their sentences in `log.json`. */
const OF_STORE = {
  keyDiffers: 'check.keyDiffers',
  checkpointMissing: 'check.checkpointMissing',
  checkpointChanged: 'check.checkpointChanged',
  entryGone: 'check.entryGone',
  entryLost: 'check.entryLost',
  entryUnnumbered: 'check.entryUnnumbered',
  tileChanged: 'check.tileChanged',
} as const satisfies Record<Exclude<Fault['kind'], LogFault['kind']>, CliKey>

/** The sentence for what is wrong with a log; `files` names the checkpoints it was compared with first. */
export function sayFault(
  fault: Fault,
  { files, context }: { readonly files: readonly string[]; readonly context: Context },
): string {
  const { kind, ...values } = fault
  if (isOfStore(kind)) return context.say(OF_STORE[kind], values)
  const place = 'checkpoint' in values ? values.checkpoint : 0
  const checkpoint =
    files[place] ?? context.say('check.held', { number: String(place - files.length) })
  return say(context.language, {
    area: 'log',
    key: `fault.${kind}`,
    values: { ...values, checkpoint },
  })
}

function isOfStore(kind: Fault['kind']): kind is keyof typeof OF_STORE {
  return Object.hasOwn(OF_STORE, kind)
}
