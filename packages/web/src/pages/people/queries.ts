import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountId, GrantId, Person, PersonList } from '@vigil/contract/schemas'
import type { Grant } from '@vigil/core/policy'
import { call } from '../../api/call.ts'

const PEOPLE_KEY = ['people'] as const

/** Everybody with an account. */
export function usePeople() {
  return useQuery({
    queryKey: PEOPLE_KEY,
    queryFn: ({ signal }) => call('listPeople', {}, signal),
  })
}

interface GrantPlace {
  readonly accountId: AccountId
  readonly grantId: GrantId
}

/** Gives roles and takes them away; what is on screen is the server's answer. */
export function useRoleChanges() {
  const client = useQueryClient()
  const onSuccess = (person: Person) =>
    client.setQueryData<PersonList>(
      PEOPLE_KEY,
      (old) =>
        old && { ...old, people: old.people.map((one) => (one.id === person.id ? person : one)) },
    )
  return {
    give: useMutation({
      mutationFn: ({ accountId, grants }: { accountId: AccountId; grants: readonly Grant[] }) =>
        call('grantRoles', { params: { accountId }, body: { grants: [...grants] } }),
      onSuccess,
    }),
    take: useMutation({
      mutationFn: (params: GrantPlace) => call('revokeRole', { params }),
      onSuccess,
    }),
  }
}
