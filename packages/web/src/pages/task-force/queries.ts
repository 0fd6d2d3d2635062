import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { GlassList, TaskForces } from '@vigil/contract/schemas'
import { callKeeping, type KeepingInput } from '../../api/keeping.ts'

const KEY = ['task-forces'] as const

/** The task forces in which the reader has a role, and who acts for whom there. */
export function useTaskForces() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => callKeeping('readTaskForces', {}, signal),
  })
}

/** What can be done here; afterwards the page shows the server's answer. */
export function useTaskForceChanges() {
  const client = useQueryClient()
  const onSuccess = (answer: TaskForces) => client.setQueryData<TaskForces>(KEY, answer)
  return {
    enter: useMutation({
      mutationFn: (given: KeepingInput<'enterCoChairs'>) => callKeeping('enterCoChairs', given),
      onSuccess,
    }),
    choose: useMutation({
      mutationFn: (given: KeepingInput<'chooseProfile'>) => callKeeping('chooseProfile', given),
      onSuccess,
    }),
    set: useMutation({
      mutationFn: (given: KeepingInput<'setDuty'>) => callKeeping('setDuty', given),
      onSuccess,
    }),
    agree: useMutation({
      mutationFn: (given: KeepingInput<'agreeToDuty'>) => callKeeping('agreeToDuty', given),
      onSuccess,
    }),
    end: useMutation({
      mutationFn: (given: KeepingInput<'endDuty'>) => callKeeping('endDuty', given),
      onSuccess,
    }),
  }
}

const GLASS_KEY = ['glass'] as const

/** What was asked for in need, as far as the reader has a part in it. */
export function useGlass() {
  return useQuery({
    queryKey: GLASS_KEY,
    queryFn: ({ signal }) => callKeeping('listGlass', {}, signal),
  })
}

/** Asking, agreeing and ending; afterwards the page shows the server's answer. */
export function useGlassChanges() {
  const client = useQueryClient()
  const onSuccess = (answer: GlassList) => {
    void client.invalidateQueries({ queryKey: ['own-recovery'] })
    client.setQueryData<GlassList>(GLASS_KEY, answer)
  }
  return {
    ask: useMutation({
      mutationFn: (given: KeepingInput<'askForIncident'>) => callKeeping('askForIncident', given),
      onSuccess,
    }),
    agree: useMutation({
      mutationFn: (given: KeepingInput<'agreeToGlass'>) => callKeeping('agreeToGlass', given),
      onSuccess,
    }),
    end: useMutation({
      mutationFn: (given: KeepingInput<'endGlass'>) => callKeeping('endGlass', given),
      onSuccess,
    }),
  }
}
