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
    const run = toRun(item)
    if (run) printed[isLevel(item) ? 'level' : 'slanted'].push(run)
  }
  return printed
}

function toRun(item: Item): Run | null {
  if (!('str' in item) || item.str.trim() === '') return null
  const [, , c, d, x0, y] = matrixOf(item)
  const size = Math.hypot(c, d)
  if (!Number.isFinite(size + x0 + y + item.width) || size === 0) return null
  const text = straightenForms(item.str)
  const rightToLeft = item.dir === 'rtl'
  return { text, x0, x1: x0 + item.width, y, size, font: item.fontName, rightToLeft }
}

type Matrix = readonly [number, number, number, number, number, number]

function matrixOf(item: Item): Matrix {
  return 'transform' in item ? (item.transform as unknown as Matrix) : [0, 0, 0, 0, 0, 0]
}

function isLevel(item: Item): boolean {
  const [a, b] = matrixOf(item)
  return Math.abs(b) < Math.abs(a) / 10
}
