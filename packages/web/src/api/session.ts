import type { Enrolment, NewAccount, Session, SignIn } from '@vigil/contract/schemas'
import type { Action } from '@vigil/core/policy'
import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { call } from './call.ts'

const SESSION_KEY = ['session'] as const

/** Who is signed in here. */
export function sessionQuery() {
  return queryOptions({
    queryKey: SESSION_KEY,
    queryFn: ({ signal }) => call('readSession', {}, signal),
    staleTime: 60_000,
  })
}

/** The account that is signed in, null where nobody is. */
export function useSession() {
  const { data } = useQuery(sessionQuery())
  return data?.state === 'signedIn' ? data : null
}

/** Whether the reader may do `action`; what they may not do is not offered. */
export function useMay(action: Action): boolean {
  return useSession()?.capabilities.includes(action) ?? false
}

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: SignIn) => call('signIn', { body }),
    onSuccess: (session) => rememberSession(client, session),
  })
}

export function useCreateFirstAccount() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewAccount) => call('createFirstAccount', { body }),
    onSuccess: (session) => rememberSession(client, session),
  })
}

/** Makes the account that one was invited to. */
export function useEnrol() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Enrolment) => call('enrol', { body }),
    onSuccess: (session) => rememberSession(client, session),
  })
}

/** Ends the session; all that was fetched with it is forgotten, whether or not the server was reached. */
export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('signOut', {}),
    onSettled: () => {
      client.clear()
      rememberSession(client, { state: 'signedOut' })
    },
  })
}

export function rememberSession(client: QueryClient, session: Session): void {
  client.setQueryData(SESSION_KEY, session)
}
