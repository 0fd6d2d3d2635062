import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { GlassList, TaskForces } from '@vigil/contract/schemas'
import { call, type Input } from '../../api/call.ts'

const KEY = ['task-forces'] as const

/** The task forces in which the reader has a role, and who acts for whom there. */
export function useTaskForces() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call('readTaskForces', {}, signal),
  })
}

/** What can be done here; afterwards the page shows the server's answer. */
export function useTaskForceChanges() {
  const client = useQueryClient()
  const onSuccess = (answer: TaskForces) => client.setQueryData<TaskForces>(KEY, answer)
  return {
    enter: useMutation({
      mutationFn: (given: Input<'enterCoChairs'>) => call('enterCoChairs', given),
      onSuccess,
    }),
    choose: useMutation({
      mutationFn: (given: Input<'chooseProfile'>) => call('chooseProfile', given),
      onSuccess,
    }),
    set: useMutation({
      mutationFn: (given: Input<'setDuty'>) => call('setDuty', given),
      onSuccess,
    }),
    agree: useMutation({
      mutationFn: (given: Input<'agreeToDuty'>) => call('agreeToDuty', given),
      onSuccess,
    }),
    end: useMutation({
      mutationFn: (given: Input<'endDuty'>) => call('endDuty', given),
      onSuccess,
    }),
  }
}

const GLASS_KEY = ['glass'] as const

/** What was asked for in need, as far as the reader has a part in it. */
export function useGlass() {
  return useQuery({
    queryKey: GLASS_KEY,
    queryFn: ({ signal }) => call('listGlass', {}, signal),
  })
}

/** Asking, agreeing and ending; afterwards the page shows the server's answer. */
export function useGlassChanges() {
  const client = useQueryClient()
  const onSuccess = (answer: GlassList) => client.setQueryData<GlassList>(GLASS_KEY, answer)
  return {
    ask: useMutation({
      mutationFn: (given: Input<'askForIncident'>) => call('askForIncident', given),
      onSuccess,
    }),
    agree: useMutation({
      mutationFn: (given: Input<'agreeToGlass'>) => call('agreeToGlass', given),
      onSuccess,
    }),
    end: useMutation({
      mutationFn: (given: Input<'endGlass'>) => call('endGlass', given),
      onSuccess,
    }),
  }
}
