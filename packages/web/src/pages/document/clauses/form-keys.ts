import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'

/** Escape closes a form that stands in the page. */
export function closeOnEscape(onClose: () => void) {
  return (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onClose()
  }
}

/** Gives the focus to the first field of a form that opens. */
export function useFirstField<Form extends HTMLElement>(): RefObject<Form | null> {
  const form = useRef<Form>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), [])
  return form
}
