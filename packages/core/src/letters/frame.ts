import en from '../i18n/en/letters.json' with { type: 'json' }
import fr from '../i18n/fr/letters.json' with { type: 'json' }
import { formatMessage } from '../i18n/message.ts'
import { words } from './blocks.ts'
import type { DraftContext } from './context.ts'
import type { DraftLanguage, Run } from './model.ts'
import { nameRuns } from './name.ts'

/** Fixed words of letters. The keys are those of the English catalogue. */
export type FrameKey = keyof typeof en

const FRAMES: Readonly<Record<DraftLanguage, Readonly<Record<FrameKey, string>>>> = { en, fr }

/** Resolution 1612 (2005) set the Working Group up (un-documents.md 2). */
const FOUNDING = { text: '1612 (2005)', symbol: 'S/RES/1612(2005)' }

/** Values of a frame that are no facts: words of the conclusions; null where they are not there. */
export type FrameValues = Readonly<Record<string, string | null>>

type FindFact = (context: DraftContext) => Run[] | null

/** What stands in every frame: the path of the fact, and how it is written. Two are always known. */
const FACTS: Readonly<Record<string, { path: string; find: FindFact }>> = {
  adoptedOn: { path: 'adoptedOn', find: (context) => day(context, context.facts.adoptedOn) },
  chairLanguage: {
    path: 'chair.originalLanguage',
    find: (context) => languageName(context, context.facts.chair?.originalLanguage),
  },
  chairName: { path: 'chair.name', find: ({ facts }) => nameRuns(facts.chair) },
  chairSignedOn: {
    path: 'chair.signedOn',
    find: (context) => day(context, context.facts.chair?.signedOn),
  },
  circulatedOn: {
    path: 'circulatedOn',
    find: (context) => day(context, context.facts.circulatedOn),
  },
  country: {
    path: 'country',
    find: ({ facts, grammar }) => plain(facts.country && grammar.inCountry(facts.country)),
  },
  draftLanguage: {
    path: 'language',
    find: (context) => languageName(context, context.language),
  },
  founding: {
    path: 'founding',
    find: () => [{ ...words(FOUNDING.text), symbol: FOUNDING.symbol }],
  },
  presidentLanguage: {
    path: 'president.originalLanguage',
    find: (context) => languageName(context, context.facts.president?.originalLanguage),
  },
  presidentName: { path: 'president.name', find: ({ facts }) => nameRuns(facts.president) },
  presidentSignedOn: {
    path: 'president.signedOn',
    find: (context) => day(context, context.facts.president?.signedOn),
  },
  stateSpeaker: { path: 'stateSpeaker', find: ({ facts }) => plain(facts.stateSpeaker) },
  symbol: {
    path: 'symbol',
    find: ({ facts: { symbol } }) => (symbol ? [{ ...words(symbol), symbol }] : null),
  },
}

/**
 * Fixed words of a letter in the draft's language, its `{places}` filled with facts or with
 * `values`. What is missing becomes a visible blank.
 */
export function frame(context: DraftContext, key: FrameKey, values: FrameValues = {}): Run[] {
  const pieces = FRAMES[context.language][key].split(/\{(\w+)\}/)
  return pieces.flatMap((piece, index) => {
    if (index % 2 === 0) return piece === '' ? [] : [words(piece)]
    return fill(context, piece, values)
  })
}

/** The blank for a fact: what is missing, in brackets. */
export function blank({ language }: DraftContext, name: string, path: string): Run {
  const texts: Readonly<Record<string, string>> = FRAMES[language]
  return { ...words(texts[`blank.${name}`] ?? `[${path}]`), blank: path }
}

function fill(context: DraftContext, name: string, values: FrameValues): Run[] {
  const value = values[name]
  if (value !== undefined && value !== null) return [words(value)]
  const fact = FACTS[name]
  return fact?.find(context) ?? [blank(context, name, fact?.path ?? name)]
}

function plain(text: string | null | undefined): Run[] | null {
  return text ? [words(text)] : null
}

function languageName({ language }: DraftContext, code: string | null | undefined): Run[] | null {
  const texts: Readonly<Record<string, string>> = FRAMES[language]
  return plain(code && texts[`language.${code}`])
}

/** A day as letters write it: 29 January 2024, 1er mars 2024. */
function day({ language }: DraftContext, iso: string | null | undefined): Run[] | null {
  if (!iso) return null
  const texts: Readonly<Record<string, string>> = FRAMES[language]
  const [year = '', number = '', date = ''] = iso.split('-')
  const month = texts[`month.${number}`] ?? ''
  const pattern = FRAMES[language][date === '01' ? 'day.first' : 'day']
  return [words(formatMessage(language, pattern, { day: String(Number(date)), month, year }))]
}
