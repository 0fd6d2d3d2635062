import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useSay } from '../../i18n/use-say.ts'
import type { DocumentsAddress } from './address.ts'

interface NoDocumentsProps {
  readonly address: DocumentsAddress
  readonly onAddress: (changes: Partial<DocumentsAddress>) => void
}

/** Why the list is empty, and the way out. */
export function NoDocuments({ address, onAddress }: NoDocumentsProps) {
  const say = useSay()
  const { words, kind, removed } = address
  if (words !== undefined || kind !== undefined) {
    return (
      <EmptyState
        title={say('documents.none')}
        action={
          <Button kind="secondary" onPress={() => onAddress({ words: undefined, kind: undefined })}>
            {say('documents.filter.clear')}
          </Button>
        }
      >
        <p>
          {words === undefined ? say('documents.none.kind') : say('documents.none.help', { words })}
        </p>
      </EmptyState>
    )
  }
  if (removed) {
    return (
      <EmptyState title={say('documents.removed.empty')}>
        <p>{say('documents.removed.empty.help')}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={say('documents.empty')}
      action={
        <Button kind="primary" icon="plus" onPress={() => onAddress({ import: true })}>
          {say('documents.import')}
        </Button>
      }
    >
      <p>{say('documents.empty.help')}</p>
      <p>{say('documents.empty.formats')}</p>
    </EmptyState>
  )
}
