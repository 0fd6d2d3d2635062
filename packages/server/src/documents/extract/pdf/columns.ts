import { type Line, toLines, usualSize } from './lines.ts'
import type { Run } from './runs.ts'

/** Stretches of a line with no wider gap in them than this share of the font size. */
const CLOSE = 0.9
/** Two left edges nearer than this many points are one. */
const SAME_EDGE = 2.5
/** A line that ends there does not cross the edge. */
const HAIR = 0.01
/** So many lines beginning at one edge in the middle of a page make a column. */
const LEAST_LINES = 4
/** A column is at least this share of the page's text wide. */
const LEAST_WIDTH = 0.2
/** Columns within columns, at most. */
const DEEPEST = 2

interface Strip {
  runs: Run[]
  x0: number
  x1: number
  y: number
}

/** The left and right edge of the text of a page or column, in points. */
interface Edges {
  left: number
  right: number
}

/** A line and the column it stands in. */
export interface PlacedLine extends Line {
  column: Edges
}

/**
 * The lines of a page in the order they are read: column after column, and whatever runs across the
 * columns in its place between them. One column is the rule, several are found by the edge at which
 * many lines begin and which no line beside them crosses.
 */
export function readingOrder(runs: readonly Run[]): PlacedLine[] {
  return readColumn(toStrips(runs), edgesOf(runs), 0)
}

function readColumn(strips: readonly Strip[], column: Edges, depth: number): PlacedLine[] {
  const gutter = depth < DEEPEST ? findGutter(strips) : null
  if (gutter === null) return place(strips, column)
  const bands = toBands(strips, gutter)
  const left: Edges = { left: column.left, right: gutter }
  const right: Edges = { left: leftOfColumn(bands, gutter), right: column.right }
  return bands.flatMap((band) => {
    if (band.kind === 'across') return place(band.strips, column)
    const inLeft = band.strips.filter((strip) => strip.x1 <= gutter)
    const inRight = band.strips.filter((strip) => strip.x1 > gutter)
    const parts = [readColumn(inLeft, left, depth + 1), readColumn(inRight, right, depth + 1)]
    return (isFromRight(strips) ? parts.reverse() : parts).flat()
  })
}

function leftOfColumn(bands: readonly Band[], gutter: number): number {
  const strips = bands.filter((band) => band.kind === 'columns').flatMap((band) => band.strips)
  return Math.min(...strips.filter((strip) => strip.x0 > gutter).map((strip) => strip.x0))
}

function place(strips: readonly Strip[], column: Edges): PlacedLine[] {
  return toLines(strips.flatMap((strip) => strip.runs)).map((line) => ({ ...line, column }))
}

/** Where the text of the usual size begins and ends; heads and page numbers may stand outside. */
function edgesOf(runs: readonly Run[]): Edges {
  const size = usualSize(runs)
  const usual = runs.filter((run) => Math.abs(run.size - size) < size / 20)
  return {
    left: Math.min(...usual.map((run) => run.x0)),
    right: Math.max(...usual.map((run) => run.x1)),
  }
}

function isFromRight(strips: readonly Strip[]): boolean {
  const runs = strips.flatMap((strip) => strip.runs)
  return runs.filter((run) => run.rightToLeft).length > runs.length / 2
}

function toStrips(runs: readonly Run[]): Strip[] {
  const strips: Strip[] = []
  const sorted = runs.toSorted((a, b) => Math.round(b.y) - Math.round(a.y) || a.x0 - b.x0)
  for (const run of sorted) {
    const last = strips.at(-1)
    if (last && isNextTo(last, run)) {
      last.runs.push(run)
      last.x1 = Math.max(last.x1, run.x1)
    } else strips.push({ runs: [run], x0: run.x0, x1: run.x1, y: run.y })
  }
  return strips
}

function isNextTo(strip: Strip, run: Run): boolean {
  const gap = run.x0 - strip.x1
  return Math.abs(strip.y - run.y) < run.size / 2 && Math.abs(gap) < CLOSE * run.size
}

/** Where the text left of a second column ends, in points, or null on a page of one column. */
function findGutter(strips: readonly Strip[]): number | null {
  const from = Math.min(...strips.map((strip) => strip.x0))
  const least = (Math.max(...strips.map((strip) => strip.x1)) - from) * LEAST_WIDTH
  const wide = strips.filter((strip) => strip.x1 - strip.x0 > least)
  let best = { edge: 0, score: 0 }
  for (const group of groupByEdge(wide.filter((strip) => strip.x0 > from + least))) {
    const before = wide.filter((strip) => strip.x1 < (group[0]?.x0 ?? 0))
    const edge = Math.max(...before.map((strip) => strip.x1)) + HAIR
    const behind = wide.filter((strip) => strip.x0 > edge)
    const across = wide.length - before.length - behind.length
    const score = Math.min(before.length, LEAST_LINES) + behind.length - 3 * across
    const enough = Math.min(group.length, before.length) >= LEAST_LINES && across < wide.length / 3
    if (enough && score > best.score) best = { edge, score }
  }
  return best.score > 0 ? best.edge : null
}

function groupByEdge(strips: readonly Strip[]): Strip[][] {
  const groups: Strip[][] = []
  for (const strip of strips.toSorted((a, b) => a.x0 - b.x0)) {
    const group = groups.at(-1)
    if (group?.[0] && strip.x0 - group[0].x0 < SAME_EDGE) group.push(strip)
    else groups.push([strip])
  }
  return groups
}

function isAcross(strip: Strip, edge: number): boolean {
  return strip.x0 < edge && strip.x1 > edge
}

interface Band {
  kind: 'across' | 'columns'
  strips: Strip[]
}

/** Cuts a page at the lines that run across its columns, from top to bottom. */
function toBands(strips: readonly Strip[], edge: number): Band[] {
  const bands: Band[] = []
  const ends = marginRows(strips)
  for (const strip of strips) {
    const kind = ends.has(strip) || isAcross(strip, edge) ? 'across' : 'columns'
    const band = bands.at(-1)
    if (band?.kind === kind) band.strips.push(strip)
    else bands.push({ kind, strips: [strip] })
  }
  return bands
}

/** The first and the last row of a page where they stand well apart: running head, page number. */
function marginRows(strips: readonly Strip[]): Set<Strip> {
  return new Set([...edgeRow(strips), ...edgeRow(strips.toReversed())])
}

function edgeRow(strips: readonly Strip[]): Strip[] {
  const [first] = strips
  if (!first) return []
  const size = Math.max(...first.runs.map((run) => run.size))
  const end = strips.findIndex((strip) => Math.abs(strip.y - first.y) > size / 2)
  const next = strips[end]
  return next && Math.abs(next.y - first.y) > 2 * size ? strips.slice(0, end) : []
}
