import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import type { Draft } from '@vigil/core/letters'
import type { LetterBasis } from '../../basis.ts'
import { type Sheet, type SheetPart, toSheet } from '../sheet.ts'
import { carry, CARRIED } from './carried.ts'
import { coreProperties } from './core-properties.ts'
import { setLine } from './lines.ts'
import { setMasthead } from './masthead.ts'
import { MARGIN, PAPER } from './measures.ts'
import { Links, toRuns } from './runs.ts'
import { letterStyles } from './styles.ts'
import { levelTimes } from './times.ts'

/** What a letter was drafted from. */
export type LetterOrigin = Pick<LetterBasis, 'conclusions' | 'facts' | 'choices'>

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/**
 * Prints a draft as a Word document: named styles, language tags, markers written out as the United
 * Nations do. With `origin` the file also carries what it was drafted from, to be compared when it
 * comes back. The same draft gives the same bytes.
 */
export async function printDocx(draft: Draft, origin?: LetterOrigin): Promise<Uint8Array> {
  const sheet = toSheet(draft)
  const links = new Links()
  const document = new Document({
    styles: letterStyles(sheet.language),
    evenAndOddHeaderAndFooters: true,
    sections: sheet.parts.map((part, index) => ({
      ...setPart(part, links),
      // Later sections go on with the heads and feet of the first.
      ...(index === 0 && setMargins(sheet)),
      properties: {
        type: SectionType.NEXT_PAGE,
        titlePage: index === 0,
        page: { size: PAPER, margin: MARGIN },
      },
    })),
  })
  const { Relationships: relations } = document.Document
  for (const [id, address] of links.addresses) {
    relations.addRelationship(id, `${RELATION}/hyperlink`, address, 'External')
  }
  const parts = [{ path: 'docProps/core.xml', data: coreProperties(sheet) }]
  if (origin) {
    relations.addRelationship('Basis', `${RELATION}/customXml`, `../${CARRIED.item}`)
    document.ContentTypes.addOverride(CARRIED.propertiesType, `/${CARRIED.properties}`)
    parts.push(...carry({ format: 'vigil-letter-basis/1', ...origin, draft }))
  }
  return levelTimes(await Packer.toBuffer(document, undefined, parts))
}

function setPart({ masthead, lines }: SheetPart, links: Links): { children: FileChild[] } {
  const head = masthead === null ? [] : [setMasthead(masthead, links)]
  const body = lines.map((line, index) => setLine(line, { links, opens: index === 0 }))
  return { children: [...head, ...body] }
}

/** What stands at the head and the foot of every page but the first. */
function setMargins(sheet: Sheet): Pick<ISectionOptions, 'headers' | 'footers'> {
  const { LEFT, RIGHT } = AlignmentType
  return {
    headers: {
      first: new Header({ children: [new Paragraph('')] }),
      even: runningHead(sheet, LEFT),
      default: runningHead(sheet, RIGHT),
    },
    footers: {
      first: new Footer({ children: [new Paragraph('')] }),
      even: foot(LEFT),
      default: foot(RIGHT),
    },
  }
}

type Side = typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT

/** The symbol over a line, on the outer side of the page. */
function runningHead({ symbol }: Sheet, alignment: Side): Header {
  const pieces = symbol.map((piece) => ({ ...piece, strong: true, address: null }))
  const border = { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: 'auto' } }
  const line = {
    children: toRuns(pieces, new Links()),
    alignment,
    ...(pieces.length > 0 && { border }),
  }
  return new Header({ children: [new Paragraph(line)] })
}

/** "2/3": the page, and how many there are. */
function foot(alignment: Side): Footer {
  const children = [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES]
  const number = new TextRun({ bold: true, size: 17, children })
  return new Footer({ children: [new Paragraph({ children: [number], alignment })] })
}
