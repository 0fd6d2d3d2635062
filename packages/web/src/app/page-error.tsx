import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { ErrorState } from '../components/error-state.tsx'
import { Page } from '../components/page.tsx'
import { useSay } from '../i18n/use-say.ts'

/** A page that could not be drawn. The rest of the application stays. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const say = useSay()
  const router = useRouter()
  const client = useQueryClient()
  return (
    <Page title={say('pageError.title')}>
      <ErrorState
        error={error}
        onRetry={() => {
          reset()
          void client.invalidateQueries()
          void router.invalidate()
        }}
      />
    </Page>
  )
}
