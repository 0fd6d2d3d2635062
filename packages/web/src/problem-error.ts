import type { Problem } from '@vigil/contract/schemas'

/** The server refused, and said why in one sentence. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** The server could not be reached, or what came back was not from it. */
export class ConnectionError extends Error {
  constructor(cause: unknown) {
    super('No answer from the server', { cause })
    this.name = 'ConnectionError'
  }
}
