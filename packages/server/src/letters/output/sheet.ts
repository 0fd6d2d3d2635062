import { stableAddress } from '@vigil/core/documents'
import { say } from '@vigil/core/i18n'
import type { Block, BlockRole, Draft, DraftLanguage, DraftPart, Run } from '@vigil/core/letters'
import { printable } from './printable.ts'

/** A stretch of text as it is printed. `blank`: a fact is missing here; `address`: where it leads. */
export interface Piece {
  readonly text: string
  readonly strong: boolean
  readonly slanted: boolean
  readonly blank: boolean
  readonly address: string | null
}

/** One paragraph as it is printed. */
export interface Line {
  readonly role: BlockRole
  readonly level: number
  readonly marker: string | null
  readonly pieces: readonly Piece[]
}

/** What stands above a document of the Council: name, symbol, organ and distribution. */
export interface Masthead {
  readonly organisation: string
  readonly symbol: readonly Piece[]
  readonly organ: readonly Line[]
  readonly distribution: readonly Line[]
}

/** A letter of its own; it begins on a new page. */
export interface SheetPart {
  readonly masthead: Masthead | null
  readonly lines: readonly Line[]
}

/** A draft as every printer lays it out. `symbol` is repeated at the head of later pages. */
export interface Sheet {
  readonly language: DraftLanguage
  readonly title: string
  readonly symbol: readonly Piece[]
  readonly parts: readonly SheetPart[]
}

/** Blocks that belong into the masthead. */
const MASTHEAD: ReadonlySet<BlockRole> = new Set(['symbol', 'organ', 'distribution'])

/** Sorts a draft into mastheads and lines, the same for Word and PDF. */
export function toSheet(draft: Draft): Sheet {
  const { language, parts } = draft
  const blocks = parts.flatMap((part) => part.blocks)
  const title = blocks.find(({ role }) => role === 'title') ?? blocks[0]
  return {
    language,
    title: title ? textOf(title) : (draft.symbol ?? draft.envelope),
    symbol: blocks
      .filter(({ role }) => role === 'symbol')
      .flatMap((block) => toPieces(block, language)),
    parts: parts.map((part) => toPart(part, language)),
  }
}

function textOf({ runs }: Block): string {
  return printable(runs.map(({ text }) => text).join('')).replaceAll('\n', ' ')
}

function toPart({ blocks }: DraftPart, language: DraftLanguage): SheetPart {
  const linesOf = (role: BlockRole) =>
    blocks.filter((block) => block.role === role).map((block) => toLine(block, language))
  const organ = linesOf('organ')
  const masthead = {
    organisation: say(language, { area: 'documents', key: 'letter.organisation' }),
    symbol: linesOf('symbol').flatMap(({ pieces }) => pieces),
    organ,
    distribution: linesOf('distribution'),
  }
  return {
    masthead: organ.length === 0 ? null : masthead,
    lines: blocks
      .filter(({ role }) => organ.length === 0 || !MASTHEAD.has(role))
      .map((block) => toLine(block, language)),
  }
}

function toLine(block: Block, language: DraftLanguage): Line {
  const { role, level, marker } = block
  return { role, level, marker: marker && printable(marker), pieces: toPieces(block, language) }
}

/** "(Signed)" at the head of a signature is slanted, the name behind it upright. */
const SIGNED = /^\([^)]*\)/

function toPieces({ role, runs }: Block, language: DraftLanguage): Piece[] {
  return runs.flatMap((run, index) => {
    const signed = role === 'signature' && index === 0 ? (SIGNED.exec(run.text)?.[0] ?? '') : ''
    const rest = run.text.slice(signed.length)
    return [
      ...(signed === '' ? [] : [toPiece({ ...run, text: signed }, { language, slanted: true })]),
      ...(rest === '' ? [] : [toPiece({ ...run, text: rest }, { language, slanted: false })]),
    ]
  })
}

function toPiece(
  { text, strong, blank, symbol }: Run,
  { language, slanted }: { language: DraftLanguage; slanted: boolean },
): Piece {
  return {
    text: printable(text),
    strong,
    slanted,
    blank: blank !== null,
    address: symbol === null ? null : stableAddress(printable(symbol), language),
  }
}
