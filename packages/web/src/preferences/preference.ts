import { useSyncExternalStore } from 'react'

/** A choice of this reader on this device. It never leaves the browser. */
export interface Preference<T extends string> {
  readonly read: () => T
  readonly write: (value: T) => void
  readonly listen: (onChange: () => void) => () => void
}

/**
 * A preference kept in `localStorage` as `vigil.<name>`. Anything that is not one of `options` reads
 * as `fallback`; where storage is refused the choice lasts as long as the page.
 */
export function createPreference<T extends string>(
  name: string,
  options: readonly T[],
  fallback: () => T,
): Preference<T> {
  const key = `vigil.${name}`
  const listeners = new Set<() => void>()
  const stored = readStored(key)
  let current = options.find((option) => option === stored) ?? fallback()
  return {
    read: () => current,
    write: (value) => {
      current = value
      store(key, value)
      for (const listener of listeners) listener()
    },
    listen: (onChange) => {
      listeners.add(onChange)
      return () => void listeners.delete(onChange)
    },
  }
}

/** The preference's value; the component is drawn again when it changes. */
export function usePreference<T extends string>(preference: Preference<T>): T {
  return useSyncExternalStore(preference.listen, preference.read)
}

function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Storage refused: the choice holds until the page is closed.
  }
}
