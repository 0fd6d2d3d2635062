import { EmptyState } from '../../components/empty-state.tsx'
import { LinkButton } from '../../components/link-button.tsx'
import { Page } from '../../components/page.tsx'
import { useSay } from '../../i18n/use-say.ts'

export function NotFoundPage() {
  const say = useSay()
  return (
    <Page title={say('notFound.title')}>
      <EmptyState
        title={say('notFound.words')}
        action={<LinkButton to="/documents">{say('notFound.action')}</LinkButton>}
      >
        <p>{say('notFound.help')}</p>
      </EmptyState>
    </Page>
  )
}
