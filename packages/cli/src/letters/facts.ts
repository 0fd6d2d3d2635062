import { LetterFacts, parseFacts } from '@vigil/core/letters'
import { readInput } from '../documents/input.ts'
import { decodeText, parseJson } from '../documents/json.ts'
import { sayProblem } from '../documents/problem.ts'
import type { Context } from '../frame/context.ts'

/** The facts in a file (`-`: standard input); none where no file is named. Refuses what is no set of facts. */
export async function readFacts(path: string | undefined, context: Context): Promise<LetterFacts> {
  if (path === undefined) return LetterFacts.parse({})
  const input = await readInput(path, context)
  if (!input.ok) return context.refuse(input.sentence)
  const { name, bytes } = input.file
  const parsed = parseFacts(parseFactsFile(bytes, name, context))
  if (parsed.ok) return parsed.facts
  const [fault] = parsed.faults
  return context.refuse(
    fault
      ? sayProblem(context, { name, code: fault.problem, values: fault.values })
      : context.say('letter.factsNotJson', { name }),
  )
}

function parseFactsFile(bytes: Uint8Array, name: string, context: Context): unknown {
  const parsed = parseJson(decodeText(bytes) ?? '')
  if (parsed.ok) return parsed.value
  if (parsed.place === null) return context.refuse(context.say('letter.factsNotJson', { name }))
  return context.refuse(context.say('letter.factsNotJsonAt', { name, ...parsed.place }))
}
