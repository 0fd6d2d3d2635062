import { ConcreteHyperlink, type ParagraphChild, TextRun } from 'docx'
import type { Piece } from '../sheet.ts'

/** Addresses that a document links to, by the id of their relationship. */
export class Links {
  readonly addresses = new Map<string, string>()

  /** The id of the link to this address; one for all places that lead there. */
  idOf(address: string): string {
    const id = `link${this.addresses.size + 1}`
    const known = [...this.addresses].find(([, other]) => other === address)
    if (known) return known[0]
    this.addresses.set(id, address)
    return id
  }
}

/** The pieces of a paragraph as runs of Word; what leads somewhere is a link. */
export function toRuns(pieces: readonly Piece[], links: Links): ParagraphChild[] {
  return pieces.flatMap((piece): ParagraphChild[] => {
    const style = piece.blank ? 'Blank' : piece.address === null ? null : 'Hyperlink'
    const runs = piece.text
      .split('\n')
      .flatMap((line, index) => toLineRuns(line, index > 0, { piece, style }))
    return piece.address === null || piece.blank
      ? runs
      : [new ConcreteHyperlink(runs, links.idOf(piece.address))]
  })
}

/** Words written from right to left and the marks between them, or all else up to the next of them. */
const DIRECTIONS =
  /(?:[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}][\p{M}\p{N}\p{P}\p{Zs}]*)+|[^\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}]+/gu
const RIGHT_TO_LEFT = /^[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}]/u

function toLineRuns(
  line: string,
  broken: boolean,
  { piece, style }: { piece: Piece; style: string | null },
): TextRun[] {
  const parts = line.match(DIRECTIONS) ?? ['']
  return parts.map((text, index) => {
    const rightToLeft = RIGHT_TO_LEFT.test(text)
    return new TextRun({
      text,
      // Said only where true: a style may say it for the whole paragraph.
      ...(piece.strong && { bold: true, boldComplexScript: true }),
      ...(piece.slanted && { italics: true }),
      ...(style !== null && { style }),
      ...(rightToLeft && { rightToLeft }),
      ...(broken && index === 0 && { break: 1 }),
    })
  })
}
