import type { AddresseeCode } from '../../codes.ts'
import { lettered } from '../../lettered.ts'
import type { ActorTable } from './model.ts'
import { stateEnd } from './states.ts'

/** Longest chain of names that is followed. */
const MOST_NAMES = 16

/** Acronyms of missions and funds of the United Nations begin alike. */
const UNITED_NATIONS = lettered('^(?:the )?(?:UN|MINU|MONU|BINU|ONU)(?!\\p{Ll})')

/** Who is named: codes in the order of the words, and where the words end. */
export interface Named {
  readonly codes: readonly AddresseeCode[]
  readonly end: number
}

/** What a document tells about names. */
export interface NameContext {
  /** Names of the State concerned. */
  readonly states: readonly string[]
  /** Whom “them” and “you” mean. */
  readonly referents: readonly AddresseeCode[]
  /** True where an unknown proper name is a party; elsewhere it must look like one. */
  readonly partiesExpected: boolean
}

/** A table of addressees, made ready. */
export interface ActorReader {
  readonly forms: ActorForms
  /** What follows a verb, without asides and “that”. */
  behindVerb(rest: string): string
  /** The names that stand at the beginning of `text`, joined by “and” or commas. */
  leading(text: string, context: NameContext): Named
}

/** Makes a table of addressees ready for reading. */
export function compileActors(table: ActorTable): ActorReader {
  const forms = compileForms(table)
  return {
    forms,
    behindVerb: (rest) => rest.replace(forms.behind, '').trimStart(),
    leading: (text, context) => readChain(text, { table, forms, context }),
  }
}

type ActorForms = ReturnType<typeof compileForms>

function compileForms(table: ActorTable) {
  return {
    clitic: lettered(table.clitic, 'i'),
    by: lettered(table.by),
    agent: lettered(table.agent, 'g'),
    deeds: lettered(table.deeds, 'i'),
    halts: lettered(table.halts, 'i'),
    rows: lettered(
      `(?:${table.rows.map(({ words }) => `((?:${words})(?!\\p{L}))`).join('|')})`,
      'iy',
    ),
    pronouns: sticky(`(?:${table.pronouns})(?!\\p{L})`),
    determiners: sticky(`(?:(?:${table.determiners})(?:(?<=[’'])|(?!\\p{L})) ?){0,5}`),
    behind: lettered(`^ ?(?:${table.asides})?(?:${table.that})?`, 'i'),
    joins: sticky(`(?:${table.joins}) `),
    place: lettered(
      `(?: \\([^()]{1,60}\\))?(?: (?:${table.places}) ?(?:the |la |l[’'])?\\p{Lu}[\\p{L}’'-]*(?: (?:of |the |de |du |and )?\\p{Lu}[\\p{L}’'-]*){0,4})?(?: \\([^()]{1,60}\\))?`,
      'y',
    ),
    name: lettered(
      `\\p{Lu}[\\p{L}\\p{M}\\d’'‘-]*(?: (?:(?:${table.particles}) )?(?:\\p{Lu}|\\d)[\\p{L}\\p{M}\\d’'‘-]*){0,10}(?: (?:${table.parties})(?!\\p{L}))?`,
      'y',
    ),
    party: lettered(`(?:^|[^\\p{L}])(?:${table.parties})(?!\\p{L})`, 'i'),
    institution: lettered(`(?:^|[^\\p{L}])(?:${table.institutions})s?(?!\\p{L})`),
  }
}

function sticky(source: string): RegExp {
  return lettered(source, 'iy')
}

interface Chain {
  readonly table: ActorTable
  readonly forms: ActorForms
  readonly context: NameContext
}

function readChain(text: string, chain: Chain): Named {
  const codes = new Set<AddresseeCode>()
  let end = 0
  let at = 0
  for (let count = 0; count < MOST_NAMES; count += 1) {
    const start = skip(text, at, chain.forms.determiners)
    const one = readName(text, start, chain)
    if (one === undefined) break
    for (const code of one.codes) codes.add(code)
    end = skip(text, one.end, chain.forms.place)
    at = skip(text, end, chain.forms.joins)
    if (at === end) break
  }
  return { codes: [...codes], end }
}

function readName(text: string, at: number, chain: Chain): Named | undefined {
  return (
    readState(text, at, chain) ??
    readRow(text, at, chain) ??
    readPronoun(text, at, chain) ??
    readProperName(text, at, chain)
  )
}

/** The State concerned as the document names it, or any State that is a Member or an observer. */
function readState(text: string, at: number, { table, context }: Chain): Named | undefined {
  const name = context.states.find((state) => text.startsWith(state, at)) ?? ''
  const own = /^(?:\p{L}| \p{Lu})/u.test(text.slice(at + name.length)) ? at : at + name.length
  const end = own > at ? own : stateEnd(text, at, table.language)
  return end > at ? { codes: ['government'], end } : undefined
}

function readRow(text: string, at: number, { table, forms }: Chain): Named | undefined {
  forms.rows.lastIndex = at
  const match = forms.rows.exec(text)
  const row = match && table.rows[match.slice(1).findIndex((group) => group !== undefined)]
  return row ? { codes: [row.code], end: at + match[0].length } : undefined
}

function readPronoun(text: string, at: number, { forms, context }: Chain): Named | undefined {
  const end = skip(text, at, forms.pronouns)
  return end > at && context.referents.length > 0 ? { codes: context.referents, end } : undefined
}

/** A proper name that no row knows: an institution, or a party by its shape. */
function readProperName(text: string, at: number, { forms, context }: Chain): Named | undefined {
  const end = skip(text, at, forms.name)
  if (end === at) return undefined
  const name = text.slice(at, end)
  if (UNITED_NATIONS.test(name)) return { codes: ['stakeholders'], end }
  if (forms.party.test(name)) return { codes: ['named_party'], end }
  if (forms.institution.test(name)) return { codes: ['stakeholders'], end }
  return context.partiesExpected ? { codes: ['named_party'], end } : undefined
}

function skip(text: string, at: number, form: RegExp): number {
  form.lastIndex = at
  return at + (form.exec(text)?.[0].length ?? 0)
}
