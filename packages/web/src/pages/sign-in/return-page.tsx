import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { callProvider } from '../../api/provider.ts'
import { rememberSession } from '../../api/session.ts'
import { takeAnswer } from '../../app/arrival.ts'
import { LinkButton } from '../../components/link-button.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { Note } from '../../components/note.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { Door } from './door.tsx'
import { Refusal } from './refusal.tsx'

/** Where somebody comes back to from the identity provider: to be signed in, or with the account to link. */
export function ReturnPage() {
  const say = useSay()
  const [answer] = useState(takeAnswer)
  const isLink = new URLSearchParams(answer).get('state')?.startsWith('link.') === true
  const { error } = useReturn(answer, isLink)
  return (
    <Door title={say('signIn.return')}>
      {answer === '' && <Note isLive>{say('signIn.return.none')}</Note>}
      {error && <Refusal error={error} />}
      {answer !== '' && !error && (
        <>
          <p role="status">{say('signIn.return.words')}</p>
          <LoadingBars />
        </>
      )}
      {(answer === '' || error) && (
        <LinkButton to={isLink ? '/account' : '/sign-in'}>
          {say(isLink ? 'signIn.return.account' : 'signIn.return.back')}
        </LinkButton>
      )}
    </Door>
  )
}

/** Hands the answer on, once, and goes on to where one wanted to go. */
function useReturn(answer: string, isLink: boolean) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const begun = useRef(false)
  const { mutate, error } = useMutation({
    mutationFn: async () => {
      if (isLink) {
        await callProvider('linkProvider', { body: { answer } })
        return navigate({ to: '/account', replace: true })
      }
      const { session, to } = await callProvider('signInByProvider', { body: { answer } })
      rememberSession(client, session)
      // The gate leads on from here to where one was.
      return navigate({ to: '/sign-in', search: to === null ? {} : { to }, replace: true })
    },
  })
  useEffect(() => {
    if (begun.current || answer === '') return
    begun.current = true
    mutate()
  }, [answer, mutate])
  return { error }
}
