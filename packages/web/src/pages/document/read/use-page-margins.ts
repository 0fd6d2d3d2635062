import { useEffect } from 'react'

/** What every printed page says in its margins. */
export interface PageMargins {
  readonly head: string
  /** Lines at the foot, beside the number of the page. */
  readonly foot: readonly string[]
}

/**
 * Hands the words for the margins of printed pages to the style sheet, where `@page` takes them up.
 * Browsers without margin boxes print the page without them.
 */
export function usePageMargins({ head, foot }: PageMargins): void {
  const words = toCssString([head])
  const lines = toCssString(foot)
  useEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--print-head', words)
    style.setProperty('--print-foot', lines)
    return () => {
      style.removeProperty('--print-head')
      style.removeProperty('--print-foot')
    }
  }, [words, lines])
}

function toCssString(lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line.replace(/["\\\n]/gu, (sign) => `\\${sign.charCodeAt(0).toString(16)} `),
  )
  return `"${escaped.join('\\a ')}"`
}
