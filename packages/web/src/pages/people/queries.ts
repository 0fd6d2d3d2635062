import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountId, GrantId, InvitationId, Person, PersonList } from '@vigil/contract/schemas'
import type { Grant } from '@vigil/core/policy'
import { callKeeping, type KeepingInput } from '../../api/keeping.ts'
import { ProblemError } from '../../problem-error.ts'
import type { FirstCoChair } from '../setup/co-chair-form.ts'

const PEOPLE_KEY = ['people'] as const

/** Everybody with an account. */
export function usePeople() {
  return useQuery({
    queryKey: PEOPLE_KEY,
    queryFn: ({ signal }) => callKeeping('listPeople', {}, signal),
  })
}

const STANDING_KEY = ['standing'] as const

/** What somebody holds at this moment, and what decides their requests besides the rules. */
export function useStanding(accountId: AccountId) {
  return useQuery({
    queryKey: [...STANDING_KEY, accountId],
    queryFn: ({ signal }) => callKeeping('readStanding', { params: { accountId } }, signal),
  })
}

interface GrantPlace {
  readonly accountId: AccountId
  readonly grantId: GrantId
}

/** Gives roles and takes them away; what is on screen is the server's answer. */
export function useRoleChanges() {
  const client = useQueryClient()
  const onSuccess = (person: Person) => {
    void client.invalidateQueries({ queryKey: STANDING_KEY })
    client.setQueryData<PersonList>(
      PEOPLE_KEY,
      (old) =>
        old && { ...old, people: old.people.map((one) => (one.id === person.id ? person : one)) },
    )
  }
  return {
    give: useMutation({
      mutationFn: ({ accountId, grants }: { accountId: AccountId; grants: readonly Grant[] }) =>
        callKeeping('grantRoles', { params: { accountId }, body: { grants: [...grants] } }),
      onSuccess,
    }),
    take: useMutation({
      mutationFn: (params: GrantPlace) => callKeeping('revokeRole', { params }),
      onSuccess,
    }),
  }
}

/** Invites people, gives other codes, takes invitations back. */
export function useInvitationChanges() {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: PEOPLE_KEY })
  return {
    invite: useMutation({
      mutationFn: (body: KeepingInput<'invite'>['body']) => callKeeping('invite', { body }),
      onSettled,
    }),
    renew: useMutation({
      mutationFn: (invitationId: InvitationId) =>
        callKeeping('renewInvitation', { params: { invitationId } }),
      onSettled,
    }),
    revoke: useMutation({
      mutationFn: (invitationId: InvitationId) =>
        callKeeping('revokeInvitation', { params: { invitationId } }),
      onSettled,
    }),
  }
}

/** Enters which entities co-chair from today on, and invites the first co-chair. */
export function useFirstCoChair() {
  return useMutation({
    mutationFn: async ({ name, grant, entities }: FirstCoChair) => {
      const { from, operation } = grant
      const body = { entities: [...entities], from, until: null }
      await callKeeping('enterCoChairs', { params: { operation: String(operation) }, body }).catch(
        passOverEntered,
      )
      return callKeeping('invite', { body: { name, grants: [grant], secondOf: null } })
    },
  })
}

/** Who co-chairs was entered before: with the second try, or on the machine. */
function passOverEntered(error: unknown): void {
  const isEntered = error instanceof ProblemError && error.problem.code === 'taskforce.overlap'
  if (!isEntered) throw error
}
