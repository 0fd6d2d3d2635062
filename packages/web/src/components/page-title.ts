import { useSyncExternalStore } from 'react'

const NAME = 'Vigil'
const listeners = new Set<() => void>()
let current = NAME
let pages = 0

/**
 * Counts a page that comes on screen. True when it came by a step inside the application: then the focus
 * goes to its title, whereas a page just loaded begins where a page begins.
 */
export function beginPage(): boolean {
  pages += 1
  return pages > 1
}

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
