import { LetterFacts, parseFacts } from '@vigil/core/letters'
import { readInput } from '../documents/input.ts'
import { sayProblem } from '../documents/problem.ts'
import type { Context } from '../frame/context.ts'

/** The facts in a file (`-`: standard input); none where no file is named. Refuses what is no set of facts. */
export async function readFacts(path: string | undefined, context: Context): Promise<LetterFacts> {
  if (path === undefined) return LetterFacts.parse({})
  const input = await readInput(path, context)
  if (!input.ok) return context.refuse(input.sentence)
  const { name, bytes } = input.file
  const parsed = parseFacts(parseJson(bytes, name, context))
  if (parsed.ok) return parsed.facts
  const [fault] = parsed.faults
  return context.refuse(
    fault
      ? sayProblem(context, { name, code: fault.problem, values: fault.values })
      : context.say('letter.factsNotJson', { name }),
  )
}

/** Where a parser stopped, in its own words. */
const PLACE = /line (\d+) column (\d+)/

function parseJson(bytes: Uint8Array, name: string, context: Context): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    const place = PLACE.exec(error instanceof Error ? error.message : '')
    if (place === null) return context.refuse(context.say('letter.factsNotJson', { name }))
    const [, line = '', column = ''] = place
    return context.refuse(context.say('letter.factsNotJsonAt', { name, line, column }))
  }
}
