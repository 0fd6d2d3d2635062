import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Passkey } from '@vigil/contract/schemas'
import { callKeeping, type KeepingInput } from '../../api/keeping.ts'
import { makePasskey } from '../../api/passkey.ts'
import { callProvider } from '../../api/provider.ts'
import { sessionQuery } from '../../api/session.ts'

const FACTORS_KEY = ['own', 'factors'] as const
const SESSIONS_KEY = ['own', 'sessions'] as const

/** What the person signs in with. */
export function useFactors() {
  return useQuery({
    queryKey: FACTORS_KEY,
    queryFn: ({ signal }) => callKeeping('readFactors', {}, signal),
  })
}

/** Where the person is signed in. */
export function useOwnSessions() {
  return useQuery({
    queryKey: SESSIONS_KEY,
    queryFn: ({ signal }) => callKeeping('listOwnSessions', {}, signal),
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
        const made = await makePasskey(await callKeeping('beginPasskey', {}))
        return callKeeping('addPasskey', { body: { name, made } })
      },
      onSuccess,
    }),
    rename: useMutation({
      mutationFn: ({ id, name }: Pick<Passkey, 'id' | 'name'>) =>
        callKeeping('renamePasskey', { params: { passkeyId: id }, body: { name } }),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: ({ id }: Pick<Passkey, 'id'>) =>
        callKeeping('removePasskey', { params: { passkeyId: id } }),
      onSuccess,
    }),
  }
}

export function useAppChanges() {
  const onSuccess = useRefresh()
  return {
    begin: useMutation({ mutationFn: () => callKeeping('beginTotp', {}) }),
    confirm: useMutation({
      mutationFn: (code: string) => callKeeping('confirmTotp', { body: { code } }),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: () => callKeeping('removeTotp', {}), onSuccess }),
  }
}

/** Takes away the link to the account at the organisation. */
export function useUnlink() {
  const onSuccess = useRefresh()
  return useMutation({ mutationFn: () => callProvider('unlinkProvider', {}), onSuccess })
}

/** Another passphrase; the answer says nothing but that it holds. */
export function usePassphraseChange() {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (body: KeepingInput<'changePassphrase'>['body']) =>
      callKeeping('changePassphrase', { body }),
    onSuccess,
  })
}

export function useMakeSheet() {
  const onSuccess = useRefresh()
  return useMutation({ mutationFn: () => callKeeping('makeSheet', {}), onSuccess })
}

export function useSessionChanges() {
  const onSuccess = useRefresh()
  return {
    end: useMutation({
      mutationFn: (sessionId: string) => callKeeping('endOwnSession', { params: { sessionId } }),
      onSuccess,
    }),
    endOthers: useMutation({ mutationFn: () => callKeeping('endOtherSessions', {}), onSuccess }),
  }
}
