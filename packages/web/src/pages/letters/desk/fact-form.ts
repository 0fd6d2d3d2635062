import type { DraftKind, LetterFacts } from '@vigil/core/letters'
import { DocumentLanguage } from '@vigil/core/documents'

/** Facts that have one value, by their path, in the groups and the order of the form. */
export const FACT_GROUPS = [
  { name: 'conclusions', paths: ['country', 'symbol', 'adoptedOn', 'stateSpeaker'] },
  {
    name: 'chair',
    paths: ['chair.name', 'chair.surname', 'chair.signedOn', 'chair.originalLanguage'],
  },
  {
    name: 'president',
    paths: [
      'president.name',
      'president.surname',
      'president.signedOn',
      'president.originalLanguage',
    ],
  },
  { name: 'circulation', paths: ['circulatedOn', 'letterSymbol'] },
] as const

export type FactGroup = (typeof FACT_GROUPS)[number]
export type FactPath = FactGroup['paths'][number]

/** Somebody a letter goes to, as typed. */
export interface RecipientForm {
  readonly name: string
  readonly office: string
  readonly place: string
}

export const NO_RECIPIENT: RecipientForm = { name: '', office: '', place: '' }
export const RECIPIENT_FIELDS = ['name', 'office', 'place'] as const

/** Facts as they stand in the form: every field is text, what is missing is empty. */
export interface FactForm {
  readonly values: Readonly<Record<FactPath, string>>
  readonly recipients: readonly RecipientForm[]
}

/** What kind of control a fact is entered with. */
export function controlOf(path: FactPath): 'text' | 'day' | 'language' {
  if (path.endsWith('On')) return 'day'
  return path.endsWith('originalLanguage') ? 'language' : 'text'
}

/** Groups that a kind of letter takes facts from; the others stand apart. */
const USED: Readonly<Record<DraftKind, readonly FactGroup['name'][]>> = {
  transmitted_letter: ['conclusions', 'chair', 'president', 'circulation'],
  chair_letter: ['conclusions', 'chair'],
  statement: [],
  recommendation: [],
}

/** Whether a letter of this kind says what stands in this group of facts. */
export function isUsed(kind: DraftKind, name: FactGroup['name']): boolean {
  return USED[kind].includes(name)
}

/** The form for facts that are known. */
export function toForm(facts: LetterFacts): FactForm {
  const values = {
    country: facts.country ?? '',
    symbol: facts.symbol ?? '',
    adoptedOn: facts.adoptedOn ?? '',
    stateSpeaker: facts.stateSpeaker ?? '',
    ...signatoryValues('chair', facts.chair),
    ...signatoryValues('president', facts.president),
    circulatedOn: facts.circulatedOn ?? '',
    letterSymbol: facts.letterSymbol ?? '',
  }
  const recipients = (facts.recipients ?? []).map(({ name, office, place }) => ({
    name: name ?? '',
    office: office ?? '',
    place: place ?? '',
  }))
  return { values, recipients }
}

type Who = 'chair' | 'president'
type SignatoryValues<W extends Who> = Record<Extract<FactPath, `${W}.${string}`>, string>

function signatoryValues<W extends Who>(who: W, signatory: LetterFacts[Who]): SignatoryValues<W> {
  const fields = ['name', 'surname', 'signedOn', 'originalLanguage'] as const
  return Object.fromEntries(
    fields.map((field) => [`${who}.${field}`, signatory?.[field] ?? '']),
  ) as SignatoryValues<W>
}

/** The facts that a form holds; what is empty is null, and never made up. */
export function toFacts({ values, recipients }: FactForm): LetterFacts {
  return {
    format: 'vigil-letter-facts/1',
    country: known(values.country),
    symbol: known(values.symbol),
    adoptedOn: known(values.adoptedOn),
    stateSpeaker: known(values.stateSpeaker),
    chair: toSignatory('chair', values),
    president: toSignatory('president', values),
    circulatedOn: known(values.circulatedOn),
    letterSymbol: known(values.letterSymbol),
    recipients: recipients.map(({ name, office, place }) => ({
      name: known(name),
      office: known(office),
      place: known(place),
    })),
  }
}

function toSignatory(who: Who, values: FactForm['values']): LetterFacts[Who] {
  return {
    name: known(values[`${who}.name`]),
    surname: known(values[`${who}.surname`]),
    signedOn: known(values[`${who}.signedOn`]),
    originalLanguage: DocumentLanguage.safeParse(values[`${who}.originalLanguage`]).data ?? null,
  }
}

function known(text: string): string | null {
  const words = text.trim()
  return words === '' ? null : words
}
