import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Passkey } from '@vigil/contract/schemas'
import { call } from '../../api/call.ts'
import { makePasskey } from '../../api/passkey.ts'
import { sessionQuery } from '../../api/session.ts'

const FACTORS_KEY = ['own', 'factors'] as const
const SESSIONS_KEY = ['own', 'sessions'] as const

/** What the person signs in with. */
export function useFactors() {
  return useQuery({
    queryKey: FACTORS_KEY,
    queryFn: ({ signal }) => call('readFactors', {}, signal),
  })
}

/** Where the person is signed in. */
export function useOwnSessions() {
  return useQuery({
    queryKey: SESSIONS_KEY,
    queryFn: ({ signal }) => call('listOwnSessions', {}, signal),
  })
}

/** After every change the server is asked again: what may go depends on what there is. */
function useRefresh() {
  const client = useQueryClient()
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['own'] }),
      client.invalidateQueries(sessionQuery()),
    ])
  }
}

export function usePasskeyChanges() {
  const onSuccess = useRefresh()
  return {
    add: useMutation({
      mutationFn: async (name: string) => {
        const made = await makePasskey(await call('beginPasskey', {}))
        return call('addPasskey', { body: { name, made } })
      },
      onSuccess,
    }),
    rename: useMutation({
      mutationFn: ({ id, name }: Pick<Passkey, 'id' | 'name'>) =>
        call('renamePasskey', { params: { passkeyId: id }, body: { name } }),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: ({ id }: Pick<Passkey, 'id'>) =>
        call('removePasskey', { params: { passkeyId: id } }),
      onSuccess,
    }),
  }
}

export function useAppChanges() {
  const onSuccess = useRefresh()
  return {
    begin: useMutation({ mutationFn: () => call('beginTotp', {}) }),
    confirm: useMutation({
      mutationFn: (code: string) => call('confirmTotp', { body: { code } }),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: () => call('removeTotp', {}), onSuccess }),
  }
}

export function useMakeSheet() {
  const onSuccess = useRefresh()
  return useMutation({ mutationFn: () => call('makeSheet', {}), onSuccess })
}

export function useSessionChanges() {
  const onSuccess = useRefresh()
  return {
    end: useMutation({
      mutationFn: (sessionId: string) => call('endOwnSession', { params: { sessionId } }),
      onSuccess,
    }),
    endOthers: useMutation({ mutationFn: () => call('endOtherSessions', {}), onSuccess }),
  }
}
