import { Note } from '../../components/note.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useFormats } from '../documents/parts/use-formats.ts'

/** Says that the document was removed; its text is read by nobody until it is put back. */
export function RemovedNote({ removedAt }: { removedAt: string }) {
  const say = useSay()
  const { formatTime } = useFormats()
  return (
    <Note tone="pending">
      <p>{say('document.removed', { date: formatTime(removedAt) })}</p>
    </Note>
  )
}
