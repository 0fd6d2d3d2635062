import type { DocumentId, LetterId } from '@vigil/contract/schemas'
import type { LetterFacts } from '@vigil/core/letters'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../../api/call.ts'
import { Button } from '../../../components/button.tsx'
import { useToasts } from '../../../components/toasts.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useLettersOf } from '../queries.ts'

interface EarlierFactsProps {
  readonly documentId: DocumentId
  readonly onFacts: (facts: LetterFacts) => void
}

/** The same people sign the letters of one document: their facts need not be typed twice. */
export function EarlierFacts({ documentId, onFacts }: EarlierFactsProps) {
  const say = useSay()
  const toasts = useToasts()
  const { data } = useLettersOf(documentId)
  const take = useMutation({
    mutationFn: (letterId: LetterId) => call('readLetter', { params: { letterId } }),
    onSuccess: ({ current }) => onFacts({ ...current.facts, recipients: null }),
    onError: (error) => toasts.showError(error),
  })
  const [newest] = data?.letters ?? []
  if (newest === undefined) return null
  return (
    <div>
      <Button icon="copy" isPending={take.isPending} onPress={() => take.mutate(newest.id)}>
        {say('facts.takeOver', { label: newest.label ?? newest.envelope })}
      </Button>
    </div>
  )
}
