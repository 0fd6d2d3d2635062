import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ConnectionError, ProblemError } from '../problem-error.ts'

const FRESH_MS = 10_000
const RETRIES = 2

/** Holds what the server said. `onSignedOut` is called when it answers that the session has ended. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  function onError(error: Error): void {
    if (error instanceof ProblemError && error.problem.code === 'access.signedOut') onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (count, error) => error instanceof ConnectionError && count < RETRIES,
      },
      mutations: { networkMode: 'always' },
    },
  })
}
