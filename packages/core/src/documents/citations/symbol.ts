/** Bodies and series that symbols begin with; longer names first. */
const BODIES =
  'PRST|CEDAW|ISBA|UNEP|FCCC|CCPR|CERD|CRPD|CRC|CAT|CED|CMW|CBD|HRI|HSP|IDB|ST|DP|TD|A|S|E|T' as const

/** What a stretch of a symbol between two strokes is. */
type PartKind = 'organ' | 'kind' | 'session' | 'number' | 'change'

/** One stretch of a symbol (`AC.51`, `RES`, `2023`, `Add.1`). */
interface SymbolPart {
  readonly kind: PartKind
  readonly text: string
}

/** A symbol of the United Nations, taken apart (un-documents.md 3). */
export interface DocumentSymbol {
  readonly body: string
  readonly parts: readonly SymbolPart[]
  /** What stands in brackets at the end, without blanks: `2005`, `XV`, `Prog.7`. */
  readonly qualifier: string | null
  /** The second symbol of a document that has two: `S/2023/363` in `A/77/895-S/2023/363`. */
  readonly joint: DocumentSymbol | null
}

const PARTS = [
  ['change', /(?:(?:add|amend|corr|rev)\.\d{1,3}|summary)(?![\p{L}\d])/iuy],
  [
    'organ',
    /(?:AC|CONF|CN|COP|CP|SC|WG|PC|GC|EA|HA|Sub|C)(?:\.|\/\.)(?:\d{1,3}|[IVX]{1,5})(?![\p{L}\d])/uy,
  ],
  ['kind', /(?:PV|SR|CRP|WP|INF|NGO|PET|L|R|Res|Dec|RES|DEC)\.{1,2}\d{1,4}(?![\p{L}\d])/uy],
  ['session', /(?:ES|S)-\d{1,2}(?![\p{L}\d])/uy],
  ['number', /\d{1,5}(?: ?[A-Z](?:[-–][A-Z])?(?![\p{L}\d/]))?(?!\d)/uy],
  ['organ', /(?:PRST|RES)(?=\d)|[A-Z]{1,7}(?=\/)/uy],
] as const satisfies (readonly [PartKind, RegExp])[]

const START = new RegExp(`(?:${BODIES})(?=/)`, 'uy')
/** Blanks after a stroke and lost strokes are faults of extraction; they are passed only before a number. */
const STROKE = /\/(?: (?=\d))?|(?<=PRST|RES)(?=\d)/uy
const QUALIFIER =
  / ?[(（]((?:Prog|Vol|Sect|Part|Supp|Resumption)\.? ?(?:\d{1,3}|[IVX]{1,5})|SUPP)[)）]/iuy
const YEAR_OR_SESSION = / ?[(（](\d{2,4}|(?:E?S-)?[IVXL]{1,7})[)）]/uy
const JOINT = / ?[-–−‑]? ?(?=[AES]\/)/uy
const MOST_PARTS = 9

/** Organs and sessions alone are no documents. */
const CLOSING: readonly (PartKind | undefined)[] = ['kind', 'number', 'change']

/** Presidential statements are the Council's alone, so that some texts leave its letter out. */
const STATEMENT: SymbolPart = { kind: 'organ', text: 'PRST' }

/** A symbol found in a text, and where it ends (UTF-16 units). */
export interface SymbolAt {
  readonly symbol: DocumentSymbol
  readonly end: number
}

/** Reads the symbol that begins at `at`; undefined where none does. Never looks past its end. */
export function findSymbolAt(text: string, at: number): SymbolAt | undefined {
  const first = readOne(text, at)
  if (first === undefined) return undefined
  const dash = match(JOINT, text, first.end)
  const second = dash === undefined ? undefined : readOne(text, first.end + dash[0].length)
  if (second === undefined || second.symbol.body === first.symbol.body) return first
  return { symbol: { ...first.symbol, joint: second.symbol }, end: second.end }
}

function readOne(text: string, at: number): SymbolAt | undefined {
  const start = match(START, text, at)?.[0]
  if (start === undefined) return undefined
  const { parts: rest, end } = readParts(text, at + start.length)
  const statement = start === STATEMENT.text
  const body = statement ? 'S' : start
  const parts = statement ? [STATEMENT, ...rest] : rest
  if (!CLOSING.includes(parts.at(-1)?.kind)) return undefined
  const { qualifier, length } = readQualifier(text, end, parts)
  return { symbol: { body, parts, qualifier, joint: null }, end: end + length }
}

function readQualifier(
  text: string,
  at: number,
  parts: readonly SymbolPart[],
): { qualifier: string | null; length: number } {
  const act = isAct(parts) && !parts.some(({ kind }) => kind === 'session')
  const bracket = match(act ? YEAR_OR_SESSION : QUALIFIER, text, at)
  const qualifier = bracket?.[1]?.replace(/\s/gu, '') ?? null
  return { qualifier, length: bracket?.[0].length ?? 0 }
}

/** Whether a resolution or a decision is meant. */
function isAct(parts: readonly SymbolPart[]): boolean {
  return parts.some(({ text }) => text === 'RES' || text === 'DEC')
}

function readParts(text: string, from: number): { parts: SymbolPart[]; end: number } {
  const parts: SymbolPart[] = []
  let end = from
  while (parts.length < MOST_PARTS) {
    const stroke = match(STROKE, text, end)
    const part = stroke && readPart(text, end + stroke[0].length, isAct(parts))
    if (part === undefined) break
    parts.push(part.part)
    end = part.end
  }
  return { parts, end }
}

function readPart(
  text: string,
  at: number,
  act: boolean,
): { part: SymbolPart; end: number } | undefined {
  for (const [kind, form] of PARTS) {
    const found = match(form, text, at)?.[0]
    if (found === undefined) continue
    const own = kind === 'number' && !act ? found.replace(/ ?[A-Z].*$/u, '') : found
    return { part: { kind, text: canonicalPart(kind, own) }, end: at + own.length }
  }
  return undefined
}

function canonicalPart(kind: PartKind, text: string): string {
  if (kind === 'change') return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()
  return text.replace(' ', '').replace('–', '-').replace('/.', '.').replace('..', '.')
}

/** What `form`, a sticky expression, finds exactly at `at`. */
export function match(form: RegExp, text: string, at: number): RegExpExecArray | undefined {
  form.lastIndex = at
  return form.exec(text) ?? undefined
}

/**
 * A symbol as printed, with blanks and dashes as people set them, taken apart; undefined where the
 * text is not a symbol and nothing else.
 */
export function findSymbol(text: string): DocumentSymbol | undefined {
  const found = findSymbolAt(text, 0)
  return found?.end === text.length ? found.symbol : undefined
}

/** A symbol in its one canonical form: `S/RES/1612(2005)`, `A/77/895-S/2023/363`. */
export function formatSymbol({ body, parts, qualifier, joint }: DocumentSymbol): string {
  const own = [body, ...parts.map(({ text }) => text)].join('/')
  const bracket = qualifier === null ? '' : `(${qualifier})`
  return `${own}${bracket}${joint === null ? '' : `-${formatSymbol(joint)}`}`
}
