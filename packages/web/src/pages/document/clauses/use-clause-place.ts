import { useEffect } from 'react'

/** Height of what stands over the text while it scrolls, in CSS pixels. */
const TOP_BARS = 120

/**
 * Brings the clause, or the paragraph, of the address into view, and gives it the focus unless the
 * reader goes along the list of clauses; again for a text in another language.
 */
export function useClausePlace(eid: string | undefined, language: string): void {
  useEffect(() => {
    const text = document.querySelector(`[data-text="${language}"]`)
    const mark = eid === undefined ? null : text?.querySelector<HTMLElement>(`#${CSS.escape(eid)}`)
    if (!mark) return undefined
    let isLeft = false
    const show = () => mark.scrollIntoView({ block: isInView(mark) ? 'nearest' : 'start' })
    if (!document.activeElement?.closest('[data-clause-list]')) mark.focus({ preventScroll: true })
    show()
    // The text moves once more when its typeface arrives.
    void document.fonts.ready.then(() => {
      if (!isLeft) show()
    })
    return () => {
      isLeft = true
    }
  }, [eid, language])
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= TOP_BARS && bottom <= window.innerHeight
}
