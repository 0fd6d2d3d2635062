import { useMutation } from '@tanstack/react-query'
import { Button } from '../../components/button.tsx'
import { callDemonstration } from '../../demonstration/calls.ts'
import { useSay } from '../../i18n/use-say.ts'
import { Refusal } from '../sign-in/refusal.tsx'
import styles from '../sign-in/door.module.css'

/** On the machine itself, somebody can look around before they begin. */
export function LookAround() {
  const say = useSay()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => callDemonstration('beginDemonstration', {}),
    onSuccess: ({ address }) => window.location.assign(address),
  })
  if (window.location.hostname !== 'localhost') return null
  return (
    <div className={styles['form']}>
      <p className={styles['or']}>{say('signIn.or')}</p>
      {error && <Refusal error={error} />}
      <Button size="l" isWide isPending={isPending} onPress={() => mutate()}>
        {say('setup.look')}
      </Button>
      <p role="status" className={styles['foot']}>
        {say(isPending ? 'setup.look.begins' : 'setup.look.hint')}
      </p>
    </div>
  )
}
