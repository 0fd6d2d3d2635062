import { PROBLEMS } from '@vigil/contract/problems'
import type { Problem } from '@vigil/contract/schemas'
import { say } from '@vigil/core/i18n'
import { languageOf } from './language.ts'
import type { RequestRefused } from './refuse.ts'
import type { AppContext } from './services.ts'

/** Problem details (RFC 9457) in the language of the reader. */
export function answerProblem(c: AppContext, { code, details }: RequestRefused): Response {
  const { values, why, headers, object: _, ...members } = details
  const { requestId } = c.var
  const language = languageOf(c)
  const filled = { requestId, retryAfter: members.retryAfter ?? 0, ...values }
  const problem: Problem = {
    type: `urn:vigil:problem:${code}`,
    title: why
      ? say(language, why)
      : say(language, { area: 'problems', key: code, values: filled }),
    status: PROBLEMS[code],
    detail: say(language, { area: 'problems', key: `${code}.help`, values: filled }),
    code,
    requestId,
    ...members,
  }
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': language,
      ...headers,
      ...(problem.retryAfter === undefined ? {} : { 'retry-after': String(problem.retryAfter) }),
    },
  })
}
