import { useSyncExternalStore } from 'react'

const NAME = 'Vigil'
const listeners = new Set<() => void>()
let current = NAME

/** Puts the title of the page on screen into the window's title and into the status line for screen readers. */
export function announcePage(title: string): void {
  current = title
  document.title = `${title} · ${NAME}`
  for (const listener of listeners) listener()
}

/** Title of the page on screen. */
export function usePageTitle(): string {
  return useSyncExternalStore(listen, () => current)
}

function listen(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => void listeners.delete(onChange)
}
