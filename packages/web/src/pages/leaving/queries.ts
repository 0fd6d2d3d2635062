import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  Acceptance,
  AccountId,
  HandedList,
  HandoverRefusal,
  LeavingState,
  Naming,
} from '@vigil/contract/schemas'
import { callKeeping } from '../../api/keeping.ts'

/** Whose leaving it is; null: one’s own. */
export type Whose = AccountId | null

const keyOf = (whose: Whose) => ['leaving', whose ?? 'own'] as const
const HANDED_KEY = ['handed'] as const

/** Whether somebody is leaving, what they have, and what is in the way. */
export function useLeaving(whose: Whose) {
  return useQuery({
    queryKey: keyOf(whose),
    queryFn: ({ signal }) =>
      whose === null
        ? callKeeping('readOwnLeaving', {}, signal)
        : callKeeping('readLeaving', { params: { accountId: whose } }, signal),
  })
}

/** The steps of a leaving; what is on screen after each is the server’s answer. */
export function useLeavingSteps(whose: Whose) {
  const client = useQueryClient()
  const onSuccess = (state: LeavingState) => {
    client.setQueryData(keyOf(whose), state)
    if (whose !== null) void client.invalidateQueries({ queryKey: ['people'] })
  }
  return {
    begin: useMutation({
      mutationFn: (reason: string) =>
        whose === null
          ? callKeeping('beginLeaving', {})
          : callKeeping('beginEnding', { params: { accountId: whose }, body: { reason } }),
      onSuccess,
    }),
    name: useMutation({
      mutationFn: (body: Naming) =>
        whose === null
          ? callKeeping('nameSuccessor', { body })
          : callKeeping('nameSuccessorFor', { params: { accountId: whose }, body }),
      onSuccess,
    }),
    cancel: useMutation({
      mutationFn: () =>
        whose === null
          ? callKeeping('cancelLeaving', {})
          : callKeeping('cancelEnding', { params: { accountId: whose } }),
      onSuccess,
    }),
    end: useMutation({
      mutationFn: () =>
        whose === null
          ? callKeeping('endOwnAccount', {})
          : callKeeping('endAccount', { params: { accountId: whose } }),
    }),
  }
}

/** What others hand to the reader. */
export function useHanded() {
  return useQuery({
    queryKey: HANDED_KEY,
    queryFn: ({ signal }) => callKeeping('listHanded', {}, signal),
  })
}

export function useHandedAnswers() {
  const client = useQueryClient()
  const onSuccess = (list: HandedList) => {
    client.setQueryData(HANDED_KEY, list)
    void client.invalidateQueries({ queryKey: ['own-recovery'] })
  }
  return {
    accept: useMutation({
      mutationFn: (body: Acceptance) => callKeeping('acceptHanded', { body }),
      onSuccess,
    }),
    refuse: useMutation({
      mutationFn: (body: HandoverRefusal) => callKeeping('refuseHanded', { body }),
      onSuccess,
    }),
  }
}
