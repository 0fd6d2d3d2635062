import { isBusy, type Queue } from './queue.ts'

interface Followed {
  readonly read: () => Queue
  readonly subscribe: (listener: () => void) => () => void
}

/** Closing the window while files are on their way asks first, whatever page is open. */
export function askBeforeLeaving({ read, subscribe }: Followed): void {
  subscribe(() => {
    if (isBusy(read())) window.addEventListener('beforeunload', ask)
    else window.removeEventListener('beforeunload', ask)
  })
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault()
  // Chrome before 119 asks only where this is set.
  event.returnValue = true
}
