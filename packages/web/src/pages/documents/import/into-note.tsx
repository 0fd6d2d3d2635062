import { DocumentId } from '@vigil/contract/schemas'
import { Button } from '../../../components/button.tsx'
import { Note } from '../../../components/note.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { shortName } from '../parts/names.ts'
import { useDocument } from '../parts/queries.ts'

/** Says that the files become further languages of a document that is held. */
export function IntoNote({ documentId, onLeave }: { documentId: string; onLeave: () => void }) {
  const say = useSay()
  const { data } = useDocument(DocumentId.parse(documentId))
  if (!data) return null
  return (
    <Note>
      <p>{say('import.into', { document: shortName(data) ?? say('documents.noTitle') })}</p>
      <Button kind="quiet" size="s" onPress={onLeave}>
        {say('import.into.not')}
      </Button>
    </Note>
  )
}
