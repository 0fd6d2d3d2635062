import { PROVIDER_ENDPOINTS } from '@vigil/contract/provider-endpoints'
import { OwnAddress } from '@vigil/contract/schemas'
import { useMutation, useQuery } from '@tanstack/react-query'
import { callsOf } from './call.ts'

/** Asks for what concerns the identity provider of the organisation. */
export const callProvider = callsOf(PROVIDER_ENDPOINTS)

/** How people know the provider by which one can sign in here; null where there is none, or not yet told. */
export function useProviderName(): string | null {
  const { data } = useQuery({
    queryKey: ['provider'],
    queryFn: ({ signal }) => callProvider('readProvider', {}, signal),
    staleTime: Infinity,
  })
  return data?.name ?? null
}

/** Leaves for the provider, to sign in and come back to `to`. */
export function useProviderSignIn(to: string | undefined) {
  return useMutation({
    mutationFn: async () => {
      const own = OwnAddress.safeParse(to)
      const body = own.success ? { to: own.data } : {}
      window.location.assign((await callProvider('beginProviderSignIn', { body })).address)
    },
  })
}

/** Leaves for the provider, to show which account there is one's own. */
export function useProviderLink() {
  return useMutation({
    mutationFn: async () => {
      window.location.assign((await callProvider('beginProviderLink', {})).address)
    },
  })
}
