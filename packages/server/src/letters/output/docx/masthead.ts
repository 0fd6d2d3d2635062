import {
  BorderStyle,
  HeightRule,
  type ITableCellOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Line, Masthead, Piece } from '../sheet.ts'
import { COLUMNS } from './measures.ts'
import { type Links, toRuns } from './runs.ts'
import { styleId } from './styles.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE }
const THIN = { style: BorderStyle.SINGLE, size: 4, color: 'auto' } as const
const THICK = { style: BorderStyle.SINGLE, size: 12, color: 'auto' } as const
const [EMBLEM, ORGAN, DISTRIBUTION] = COLUMNS

/**
 * The head of a document of the Council. The emblem's place is left empty: its use is reserved to the
 * United Nations.
 */
export function setMasthead(masthead: Masthead, links: Links): Table {
  const { organisation, symbol, organ, distribution } = masthead
  const set = (style: string, pieces: readonly Piece[]) =>
    new Paragraph({ style: styleId(style), children: toRuns(pieces, links) })
  const setAll = (style: string, lines: readonly Line[]) =>
    lines.length === 0 ? [new Paragraph('')] : lines.map(({ pieces }) => set(style, pieces))
  const name = new Paragraph({ style: styleId('Organisation'), text: organisation })
  return new Table({
    width: { size: EMBLEM + ORGAN + DISTRIBUTION, type: WidthType.DXA },
    columnWidths: [...COLUMNS],
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0 },
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: [
      row(864, THIN, [
        cell(EMBLEM + ORGAN, [name], { columnSpan: 2, verticalAlign: VerticalAlign.BOTTOM }),
        cell(DISTRIBUTION, [set('Symbol', symbol)], { verticalAlign: VerticalAlign.BOTTOM }),
      ]),
      row(2200, THICK, [
        cell(EMBLEM, [new Paragraph('')]),
        cell(ORGAN, setAll('Organ', organ)),
        cell(DISTRIBUTION, setAll('Distribution', distribution), { margins: { top: 240 } }),
      ]),
    ],
  })
}

type Cell = (bottom: typeof THIN | typeof THICK) => TableCell

function cell(
  size: number,
  children: readonly Paragraph[],
  more: Partial<ITableCellOptions> = {},
): Cell {
  return (bottom) =>
    new TableCell({
      ...more,
      width: { size, type: WidthType.DXA },
      borders: { ...NO_BORDERS, bottom },
      children,
    })
}

function row(value: number, bottom: typeof THIN | typeof THICK, cells: readonly Cell[]): TableRow {
  return new TableRow({
    cantSplit: true,
    height: { value, rule: HeightRule.ATLEAST },
    children: cells.map((make) => make(bottom)),
  })
}
