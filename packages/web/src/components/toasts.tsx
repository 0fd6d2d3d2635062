import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { type Say, useSay } from '../i18n/use-say.ts'
import { ConnectionError, ProblemError } from '../problem-error.ts'
import { Button } from './button.tsx'
import styles from './toasts.module.css'

interface ToastAction {
  readonly label: string
  readonly run: () => void
}

interface Toast {
  readonly id: number
  readonly message: string
  readonly action?: ToastAction | undefined
}

interface Toasts {
  /** Says what happened, with one way to take it back where there is one. */
  readonly show: (message: string, action?: ToastAction) => void
  /** Says why something did not happen. */
  readonly showError: (error: unknown) => void
}

/** Long enough to read two sentences and to reach the button. */
const SHOWN_MS = 10_000
const AT_ONCE = 3

const Context = createContext<Toasts | null>(null)

export function useToasts(): Toasts {
  const toasts = use(Context)
  if (!toasts) throw new Error('useToasts stands outside ToastProvider')
  return toasts
}

/** Short messages at the foot of the page, read out politely. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const say = useSay()
  const [shown, setShown] = useState<readonly Toast[]>([])
  const show = useCallback((message: string, action?: ToastAction) => {
    setShown((toasts) => {
      const id = (toasts.at(-1)?.id ?? 0) + 1
      return [...toasts.slice(1 - AT_ONCE), { id, message, action }]
    })
  }, [])
  const close = useCallback(
    (id: number) => setShown((toasts) => toasts.filter((toast) => toast.id !== id)),
    [],
  )
  const toasts = useMemo(
    () => ({
      show,
      showError: (error: unknown) => show(sentenceOf(error, say)),
    }),
    [show, say],
  )
  return (
    <Context value={toasts}>
      {children}
      <div className={styles['region']} role="status" aria-label={say('toasts.label')}>
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={close} />
        ))}
      </div>
    </Context>
  )
}

function sentenceOf(error: unknown, say: Say): string {
  if (error instanceof ProblemError) return error.problem.title
  return say(error instanceof ConnectionError ? 'error.connection' : 'error.unknown')
}

function ToastCard({ toast, onClose }: { toast: Toast; onClose: (id: number) => void }) {
  const say = useSay()
  const [isHeld, setHeld] = useState(false)
  const { id, message, action } = toast
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => onClose(id), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [id, isHeld, onClose])
  return (
    <div
      className={styles['toast']}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles['message']}>{message}</span>
      {action && (
        <Button
          size="s"
          onPress={() => {
            action.run()
            onClose(id)
          }}
        >
          {action.label}
        </Button>
      )}
      <Button
        kind="quiet"
        size="s"
        icon="x"
        label={say('toasts.close')}
        onPress={() => onClose(id)}
      />
    </div>
  )
}
