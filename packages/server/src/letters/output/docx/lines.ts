import { HeadingLevel, type IParagraphOptions, Paragraph, Tab, TextRun } from 'docx'
import type { BlockRole } from '@vigil/core/letters'
import type { Line } from '../sheet.ts'
import { type Links, toRuns } from './runs.ts'
import { styleId } from './styles.ts'

/** The style of each role that has one whatever its level; masthead roles only where no masthead is. */
const STYLE_OF = {
  symbol: 'Note',
  organ: 'Note',
  distribution: 'Recipient',
  recipient: 'Recipient',
  note: 'Note',
  body: 'Text',
  item: 'Item',
  signature: 'Signature',
  office: 'Office',
  group: 'Office',
} as const satisfies Partial<Record<BlockRole, string>>

/** Deepest level of points with a style of its own. */
const DEEPEST = 4

/** One paragraph; `opens` says that it is the first of its part. */
export function setLine(
  { role, level, marker, pieces }: Line,
  { links, opens }: { links: Links; opens: boolean },
): Paragraph {
  const children = toRuns(pieces, links)
  if (marker !== null) children.unshift(new TextRun({ children: [marker, new Tab()] }))
  return new Paragraph({ ...look(role, level, opens), children })
}

function look(role: BlockRole, level: number, opens: boolean): IParagraphOptions {
  if (role === 'title') return { heading: HeadingLevel.HEADING_1 }
  if (role === 'heading')
    return { heading: opens ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 }
  if (role === 'point') return { style: styleId(`Point ${Math.min(Math.max(level, 1), DEEPEST)}`) }
  return { style: styleId(STYLE_OF[role]) }
}
