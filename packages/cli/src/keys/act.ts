import { readConfig } from '@vigil/server/config.ts'
import { actOnKeys, askInstalled } from '@vigil/server/keys/administer.ts'
import type { KeyAnswers, KeyProblem, KeyRequest } from '@vigil/server/keys/protocol.ts'
import { withDatabase } from '../documents/with-database.ts'
import type { CliKey, Context } from '../frame/context.ts'

type Act = 'setUp' | 'unlock' | 'rotate' | 'addCustodian' | 'endCustodian'

/** Does something with the keys of a Vigil that runs, as an entry in its log; ends where it is refused. */
export async function actOnInstalled<Does extends Act>(
  data: string | undefined,
  request: Extract<KeyRequest, { readonly does: Does }>,
  context: Context,
): Promise<KeyAnswers[Does]> {
  const ask = askInstalled(readConfig({ data }).data)
  const done: KeyAnswers[Does][] = []
  await withDatabase(data, async (db) => {
    const answer = await actOnKeys<Does>(db, { ask, at: new Date() }, request)
    if (!answer.ok) refuseKeys(answer.problem, context)
    done.push(answer.value)
  })
  const [value] = done
  return value ?? refuseKeys('failed', context)
}

const SENTENCES = {
  new: 'keys.refused.new',
  sealed: 'keys.refused.sealed',
  setUpAlready: 'keys.refused.setUpAlready',
  wrongPassphrase: 'keys.refused.wrongPassphrase',
  tooManyTries: 'keys.refused.tooManyTries',
  custodianTaken: 'keys.refused.custodianTaken',
  unknownCustodian: 'keys.refused.unknownCustodian',
  lastCustodian: 'keys.refused.lastCustodian',
  badRecipient: 'keys.refused.badRecipient',
} as const satisfies Readonly<Partial<Record<KeyProblem, CliKey>>>

export function refuseKeys(problem: KeyProblem, context: Context): never {
  const key = Object.hasOwn(SENTENCES, problem)
    ? SENTENCES[problem as keyof typeof SENTENCES]
    : 'keys.refused.failed'
  return context.refuse(context.say(key))
}
