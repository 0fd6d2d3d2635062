import { useEffect, useState } from 'react'

const SETTLED_MS = 250

/** Words as they are typed, and handed on once the typing rests. */
export function useSettledWords(known: string, onSettled: (words: string) => void) {
  const [words, setWords] = useState(known)
  useEffect(() => {
    if (words.trim() === known) return undefined
    const timer = setTimeout(() => onSettled(words.trim()), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [words, known, onSettled])
  return [words, setWords] as const
}
