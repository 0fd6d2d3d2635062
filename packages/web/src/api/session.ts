import type { Enrolment, NewAccount, Proof, Session, SignIn } from '@vigil/contract/schemas'
import type { Action } from '@vigil/core/policy'
import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { ask, call } from './call.ts'
import { signByPasskey } from './passkey.ts'
import { regain } from './regain.ts'

const SESSION_KEY = ['session'] as const

/** Who is signed in, as far as somebody is. */
export type SignedIn = Extract<Session, { state: 'signedIn' }>

/** Who is signed in here. Where the session has ended under somebody's hands, they are asked first. */
export function sessionQuery() {
  return queryOptions({
    queryKey: SESSION_KEY,
    queryFn: async ({ signal }) => {
      const session = await call('readSession', {}, signal)
      const isBack = session.state === 'signedOut' && (await regain('access.signedOut'))
      return isBack ? call('readSession', {}, signal) : session
    },
    staleTime: 60_000,
  })
}

/** The account that is signed in, null where nobody is. */
export function useSession(): SignedIn | null {
  const { data } = useQuery(sessionQuery())
  return data?.state === 'signedIn' ? data : null
}

/** Whether the reader may do `action`; what they may not do is not offered. */
export function useMay(action: Action): boolean {
  return useSession()?.capabilities.includes(action) ?? false
}

/** Coming in, by passphrase and code, or by a passkey. The session is for the caller to remember. */
export function useSignIn() {
  return useMutation({
    mutationFn: async (body: SignIn | 'passkey') => {
      if (body !== 'passkey') return ask('signIn', { body })
      const signed = await signByPasskey(await ask('beginPasskeySignIn', {}))
      return ask('signInByPasskey', { body: signed })
    },
  })
}

/** Showing afresh that it is still the same person. The session is for the caller to remember. */
export function useProof() {
  return useMutation({
    mutationFn: async (body: Proof | 'passkey') => {
      if (body !== 'passkey') return ask('prove', { body })
      const signed = await signByPasskey(await ask('beginPasskeyProof', {}))
      return ask('proveByPasskey', { body: signed })
    },
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
    mutationFn: () => ask('signOut', {}),
    onSettled: () => {
      client.clear()
      rememberSession(client, { state: 'signedOut' })
    },
  })
}

export function rememberSession(client: QueryClient, session: Session): void {
  client.setQueryData(SESSION_KEY, session)
}
