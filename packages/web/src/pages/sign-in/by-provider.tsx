import { useSearch } from '@tanstack/react-router'
import { useProviderName, useProviderSignIn } from '../../api/provider.ts'
import { Button } from '../../components/button.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { Refusal } from './refusal.tsx'

/** Leads to the identity provider of the organisation, where there is one. */
export function ByProvider() {
  const say = useSay()
  const { to } = useSearch({ from: '/sign-in' })
  const name = useProviderName()
  const { mutate, error, isPending } = useProviderSignIn(to)
  if (name === null) return null
  return (
    <>
      {error && <Refusal error={error} />}
      <Button size="l" isWide isPending={isPending} onPress={() => mutate()}>
        {say('signIn.provider', { name })}
      </Button>
    </>
  )
}
