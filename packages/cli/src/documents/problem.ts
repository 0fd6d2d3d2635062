import type { ProblemCode } from '@vigil/contract/problems'
import type { LetterProblem } from '@vigil/core/letters'
import { say, type MessageValues } from '@vigil/core/i18n'
import type { Context } from '../frame/context.ts'

/** Why a file was refused: a code of the error catalogue, and what its sentence needs. */
export interface FileProblem {
  readonly name: string
  readonly code: ProblemCode | LetterProblem
  readonly values?: MessageValues
}

/** The one sentence for a file that was refused: which file, what is wrong, what to do. */
export function sayProblem(context: Context, { name, code, values = {} }: FileProblem): string {
  const { language } = context
  const what = say(language, { area: 'problems', key: code, values }).replace(/\.$/, '')
  const advice = say(language, { area: 'problems', key: `${code}.help`, values })
  const inside = advice.charAt(0).toLowerCase() + advice.slice(1)
  return context.say('read.refused', { name, what, advice: inside })
}
