import type { PDFPageProxy } from 'unpdf/pdfjs'
import { straightenForms } from './right-to-left.ts'

/** Characters printed side by side. Lengths in points, the origin at the lower left of the page. */
export interface Run {
  text: string
  /** Left end, right end and baseline. */
  x0: number
  x1: number
  y: number
  /** Height of the letters (font size). */
  size: number
  font: string
  /** Whether the characters run from right to left; they are in logical order all the same. */
  rightToLeft: boolean
}

type Item = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number]

/** What is printed on a page: level runs, and runs printed at an angle (seals, margins), apart. */
export interface Printed {
  level: Run[]
  slanted: Run[]
}

/** The runs of a page in the order of its content. Blanks are left out: they show as gaps. */
export function toRuns(items: readonly Item[]): Printed {
  const printed: Printed = { level: [], slanted: [] }
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const [a = 0, b = 0, c = 0, d = 0, x0 = 0, y = 0]: number[] = item.transform
    const size = Math.hypot(c, d)
    if (!Number.isFinite(size + x0 + y + item.width) || size === 0) continue
    const isLevel = Math.abs(b) < Math.abs(a) / 10
    printed[isLevel ? 'level' : 'slanted'].push({
      text: straightenForms(item.str),
      x0,
      x1: x0 + item.width,
      y,
      size,
      font: item.fontName,
      rightToLeft: item.dir === 'rtl',
    })
  }
  return printed
}
