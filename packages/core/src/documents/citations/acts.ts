import {
  symbolsOfCouncil,
  symbolsOfRomanSession,
  symbolsOfSession,
  symbolsOfSpecialSession,
  type ActKind,
  type CitingContext,
} from './numbering.ts'
import { match } from './symbol.ts'

/** What a citation can be: symbols, the likeliest first, and whether the printed year is wrong. */
export interface Answer {
  readonly symbols: readonly string[]
  readonly wrongYear: boolean
}

/** How the number of a resolution or decision is written. */
type ActForm = 'council' | 'roman' | 'session' | 'number'

/** One number of a resolution or decision, as found in a text. */
export interface Act {
  readonly form: ActForm
  readonly at: number
  readonly words: string
  readonly fields: readonly string[]
}

const PART = '[A-Z](?:(?:[-–]| and | et )[A-Z])?(?![\\p{L}\\d])'
const FORMS = [
  ['council', /(\d{1,4}) ?\\?[(（](\d{2,4})\\?[)）]/uy],
  ['roman', new RegExp(`(\\d{1,4})(?: ?${PART})? ?[(（]((?:E?S-)?[IVXL]{1,7})[)）]`, 'uy')],
  [
    'session',
    new RegExp(
      `((?:ES|S)-\\d{1,2}|\\d{1,4})/(\\d{1,4})(?: ?(${PART}))?(?![\\p{sc=Latn}\\d/])`,
      'uy',
    ),
  ],
  ['number', /(\d{3,4})(?![\d/]|[.,]\d| ?[(（])/uy],
] as const satisfies (readonly [ActForm, RegExp])[]

/** Reads the number of a resolution or decision that begins at `at`; undefined where none does. */
export function findActAt(text: string, at: number): Act | undefined {
  for (const [form, expression] of FORMS) {
    const found = match(expression, text, at)
    if (found !== undefined) {
      const fields = found.slice(1).map((field) => field ?? '')
      return { form, at, words: found[0], fields }
    }
  }
  return undefined
}

/** The symbols that a number can stand for in a document of the context. */
export function answerOf(act: Act, kind: ActKind, context: CitingContext): Answer {
  const [first = '', second = '', part = ''] = act.fields
  if (act.form === 'council') return symbolsOfCouncil(Number(first), Number(second))
  if (act.form === 'number') return symbolsOfCouncil(Number(first), null)
  if (act.form === 'roman') {
    return { symbols: symbolsOfRomanSession(Number(first), second), wrongYear: false }
  }
  const number = second + part.replace(/ and | et |–/u, '-')
  const symbols = first.includes('S-')
    ? symbolsOfSpecialSession(first, number, { kind, context })
    : symbolsOfSession(Number(first), number, { kind, context })
  return { symbols, wrongYear: false }
}
