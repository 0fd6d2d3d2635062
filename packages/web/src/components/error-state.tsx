import type { ReactNode } from 'react'
import { useSay } from '../i18n/use-say.ts'
import { ConnectionError, ProblemError } from '../problem-error.ts'
import { Button } from './button.tsx'
import styles from './state.module.css'

interface ErrorStateProps {
  readonly error: unknown
  readonly onRetry?: () => void
  /** Another way out than trying again. */
  readonly action?: ReactNode
}

/** What failed, that nothing was lost, one thing to do, and the number to quote. */
export function ErrorState({ error, onRetry, action }: ErrorStateProps) {
  const say = useSay()
  const { title, help, requestId } = useWords(error)
  return (
    <div className={styles['state']} role="alert">
      <p className={styles['title']}>{title}</p>
      <div className={styles['words']}>
        <p>{help}</p>
      </div>
      {requestId && (
        <p className={styles['code']}>
          {say('error.request')} <bdi>{requestId}</bdi>
        </p>
      )}
      {(action ?? onRetry) && (
        <div className={styles['action']}>
          {action ?? (
            <Button icon="refresh-cw" onPress={() => onRetry?.()}>
              {say('error.retry')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

interface Words {
  readonly title: string
  readonly help: string
  readonly requestId?: string
}

function useWords(error: unknown): Words {
  const say = useSay()
  if (error instanceof ProblemError) {
    const { title, detail, requestId } = error.problem
    return { title, help: detail, requestId }
  }
  if (error instanceof ConnectionError) {
    return { title: say('error.connection'), help: say('error.connection.help') }
  }
  return { title: say('error.unknown'), help: say('error.unknown.help') }
}
