import { useEffect } from 'react'

/**
 * Hands words for the margins of every printed page to the style sheet, where `@page` takes them up
 * (styles/print.css). Browsers without margin boxes print the page without them.
 */
export function usePageMargin(place: 'head' | 'foot', lines: readonly string[]): void {
  const words = toCssString(lines)
  useEffect(() => {
    const { style } = document.documentElement
    style.setProperty(`--print-${place}`, words)
    return () => void style.removeProperty(`--print-${place}`)
  }, [place, words])
}

function toCssString(lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line.replace(/["\\\n]/gu, (sign) => `\\${sign.charCodeAt(0).toString(16)} `),
  )
  return `"${escaped.join('\\a ')}"`
}
