import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { KeyState } from '@vigil/contract/schemas'
import { callIdentities, type IdentityInput } from './call-identities.ts'

const KEYS_KEY = ['identity-keys'] as const
const ERASURES_KEY = ['erasures'] as const

/** Whether the keys of identities are open. */
export function useKeys() {
  return useQuery({
    queryKey: KEYS_KEY,
    queryFn: ({ signal }) => callIdentities('readKeys', {}, signal),
  })
}

/** Opens the keys; afterwards the page shows the server's answer. */
export function useUnlock() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (passphrase: string) => callIdentities('unlockKeys', { body: { passphrase } }),
    onSuccess: (answer) => client.setQueryData<KeyState>(KEYS_KEY, answer),
  })
}

/** The erasures that the reader has a part in, newest first. */
export function useErasures() {
  return useQuery({
    queryKey: ERASURES_KEY,
    queryFn: ({ signal }) => callIdentities('listErasures', {}, signal),
  })
}

/** Asking, approving and taking back; afterwards the list is the server's. */
export function useErasureChanges() {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: ERASURES_KEY })
  return {
    ask: useMutation({
      mutationFn: (given: IdentityInput<'requestErasure'>) =>
        callIdentities('requestErasure', given),
      onSettled,
    }),
    approve: useMutation({
      mutationFn: (given: IdentityInput<'approveErasure'>) =>
        callIdentities('approveErasure', given),
      onSettled,
    }),
    revoke: useMutation({
      mutationFn: (given: IdentityInput<'revokeErasure'>) => callIdentities('revokeErasure', given),
      onSettled,
    }),
  }
}
