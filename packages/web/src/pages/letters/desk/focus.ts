/** Brings the field of a fact into view and puts the focus there; false where the form has none. */
export function focusFact(path: string): boolean {
  const field = document.querySelector<HTMLElement>(`[name="${CSS.escape(path)}"]`)
  if (field === null) return false
  const fold = field.closest('details')
  if (fold) fold.open = true
  field.focus()
  field.scrollIntoView({ block: 'center' })
  return true
}

/** Gives the focus to the pen beside a block, where what had it is gone. */
export function focusPen(block: string): void {
  const row = document.querySelector(`[data-block="${CSS.escape(block)}"]`)
  row?.querySelector<HTMLElement>('[data-tools] button')?.focus({ preventScroll: true })
}

/** Brings a block of the sheet into view and puts the focus on the first thing in it. */
export function focusBlock(block: string): void {
  const row = document.querySelector<HTMLElement>(`[data-block="${CSS.escape(block)}"]`)
  row?.scrollIntoView({ block: 'center' })
  row?.querySelector<HTMLElement>('textarea, button, a')?.focus({ preventScroll: true })
}
