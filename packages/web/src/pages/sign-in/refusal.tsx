import { PasskeyNotUsed } from '../../api/passkey.ts'
import { Note } from '../../components/note.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { ProblemError } from '../../problem-error.ts'

/** Why signing in, or making the account, was refused. */
export function Refusal({ error }: { error: unknown }) {
  const say = useSay()
  const problem = error instanceof ProblemError ? error.problem : null
  if (error instanceof PasskeyNotUsed) {
    return (
      <Note tone="neutral" isLive>
        {say('passkey.notUsed')}
      </Note>
    )
  }
  return (
    <div role="alert">
      <Note tone="overdue">
        <strong>{problem ? problem.title : say('error.connection')}</strong>{' '}
        {problem ? problem.detail : say('error.connection.help')}
      </Note>
    </div>
  )
}
