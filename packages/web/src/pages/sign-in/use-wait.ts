import { useEffect, useState } from 'react'
import { ProblemError } from '../../problem-error.ts'

/** Seconds until another attempt is taken, counted down; 0 when one may try. */
export function useWait(error: unknown): number {
  const asked = error instanceof ProblemError ? (error.problem.retryAfter ?? 0) : 0
  const [seen, setSeen] = useState<unknown>(null)
  const [left, setLeft] = useState(0)
  if (seen !== error) {
    setSeen(error)
    setLeft(asked)
  }
  const isWaiting = left > 0
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000)
    return () => clearInterval(timer)
  }, [isWaiting])
  return left
}
