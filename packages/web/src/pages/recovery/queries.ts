import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { NewRecovery, RecoveryId } from '@vigil/contract/schemas'
import { callKeeping } from '../../api/keeping.ts'

const RECOVERIES_KEY = ['recoveries'] as const

/** Accounts that are being recovered. */
export function useRecoveries() {
  return useQuery({
    queryKey: RECOVERIES_KEY,
    queryFn: ({ signal }) => callKeeping('listRecoveries', {}, signal),
  })
}

/** Asks, agrees, makes the code, takes back; the list is fetched anew after each. */
export function useRecoveryChanges() {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: RECOVERIES_KEY })
  return {
    ask: useMutation({
      mutationFn: (body: NewRecovery) => callKeeping('askRecovery', { body }),
      onSettled,
    }),
    approve: useMutation({
      mutationFn: (recoveryId: RecoveryId) =>
        callKeeping('approveRecovery', { params: { recoveryId } }),
      onSettled,
    }),
    makeCode: useMutation({
      mutationFn: (recoveryId: RecoveryId) =>
        callKeeping('makeRecoveryCode', { params: { recoveryId } }),
      onSettled,
    }),
    withdraw: useMutation({
      mutationFn: (recoveryId: RecoveryId) =>
        callKeeping('withdrawRecovery', { params: { recoveryId } }),
      onSettled,
    }),
  }
}
