import type { TaskForce } from '@vigil/contract/schemas'
import { signatureLine } from '@vigil/core/policy'
import { useMay } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { Note } from '../../components/note.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useProblemText } from '../documents/parts/use-problem-text.ts'
import { useTaskForceChanges } from './queries.ts'
import styles from './task-force.module.css'
import { useWords } from './use-words.ts'

/** The profile in force, and the choice that waits for signatures. */
export function Profile({ taskForce }: { taskForce: TaskForce }) {
  const say = useSay()
  const mayChoose = useMay('taskforce.choose')
  const problemText = useProblemText()
  const { choose } = useTaskForceChanges()
  const { operation, policies, open } = taskForce
  const next = open?.profile ?? (policies.profile === 'usual' ? 'small_team' : 'usual')
  return (
    <div className={styles['part']}>
      <h3 className={styles['title']}>{say('profile.title')}</h3>
      <p>{say(`profile.${policies.profile}`)}</p>
      {open && <Open open={open} />}
      {mayChoose && (
        <div className={styles['actions']}>
          <Button
            isPending={choose.isPending}
            onPress={() => choose.mutate({ params: { operation }, body: { profile: next } })}
          >
            {say(`profile.sign.${next}`)}
          </Button>
        </div>
      )}
      {choose.error && (
        <Note tone="overdue" isLive>
          {problemText(choose.error)}
        </Note>
      )}
    </div>
  )
}

function Open({ open }: { open: NonNullable<TaskForce['open']> }) {
  const say = useSay()
  const { entityList } = useWords()
  return (
    <Note tone="pending">
      <p>
        {say(`profile.open.${open.profile}`)}{' '}
        {say('profile.missing', { entities: entityList(open.missing) })}
      </p>
      <ul className={styles['signatures']}>
        {open.signatures.map((signed) => {
          const { key, values } = signatureLine(signed)
          return (
            <li key={signed.entity}>
              {say(key, values)} ({say(`seat.${signed.entity}`)})
            </li>
          )
        })}
      </ul>
    </Note>
  )
}
