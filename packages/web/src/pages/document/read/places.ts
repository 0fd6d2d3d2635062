import type { Paragraph } from '@vigil/core/documents'
import { useEffect } from 'react'

/**
 * Brings the paragraph of the address into view and gives it the focus, again whenever another `text`
 * is shown; does nothing where the text has no such paragraph.
 */
export function useScrollToParagraph(eid: string | undefined, text: string): void {
  useEffect(() => {
    const element = eid === undefined ? null : findParagraph(text, eid)
    if (!element) return undefined
    let isLeft = false
    const show = () => element.scrollIntoView({ block: isInView(element) ? 'nearest' : 'start' })
    element.focus({ preventScroll: true })
    show()
    // The text moves once more when its typeface arrives.
    void document.fonts.ready.then(() => {
      if (!isLeft) show()
    })
    return () => {
      isLeft = true
    }
  }, [eid, text])
}

/** Texts say in `data-text` which one they are. */
function findParagraph(text: string, eid: string): HTMLElement | null {
  return document.querySelector(`[data-text="${text}"] [id="${CSS.escape(eid)}"]`)
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= TOP_BARS && bottom <= window.innerHeight
}

/** Brings the hit looked at into view. */
export function useScrollToHit(hit: number | null): void {
  useEffect(() => {
    if (hit === null) return
    document.querySelector(`[data-hit="${hit}"]`)?.scrollIntoView({ block: 'center' })
  }, [hit])
}

/** The paragraph before or after the current one; without a current one, the first in view. */
export function paragraphBeside(
  paragraphs: readonly Paragraph[],
  eid: string | undefined,
  by: 1 | -1,
): Paragraph | undefined {
  const at = paragraphs.findIndex((paragraph) => paragraph.eid === eid)
  if (at !== -1) return paragraphs[at + by]
  return paragraphs.find((paragraph) => {
    const element = document.getElementById(paragraph.eid)
    return element !== null && element.getBoundingClientRect().bottom > TOP_BARS
  })
}

/** Height of what stands over the text while it scrolls, in CSS pixels. */
const TOP_BARS = 120
