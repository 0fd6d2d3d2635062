import { useSay } from '../../../i18n/use-say.ts'
import { ConnectionError, ProblemError } from '../../../problem-error.ts'

/** Why something was refused, as one or two sentences beside a form. */
export function useProblemText(): (error: Error) => string {
  const say = useSay()
  return (error) => {
    if (error instanceof ProblemError) return problemText(error.problem)
    return say(error instanceof ConnectionError ? 'error.connection' : 'error.unknown')
  }
}

/** The server's sentence, with what to do where it says more. */
export function problemText({ title, detail }: { title: string; detail: string }): string {
  return detail === '' || detail === title ? title : `${title} ${detail}`
}
