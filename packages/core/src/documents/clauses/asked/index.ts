import { onDemand } from '../../on-demand.ts'
import type { AddresseeCode } from '../../codes.ts'
import type { ClauseLanguage } from '../languages.ts'
import type { Head } from '../verbs/index.ts'
import { compileActors, type ActorReader, type NameContext, type Named } from './actors.ts'
import { ENGLISH_ACTORS } from './english.ts'
import { FRENCH_ACTORS } from './french.ts'

export type { NameContext } from './actors.ts'

const TABLES = { en: ENGLISH_ACTORS, fr: FRENCH_ACTORS }
const readerOf = onDemand((language: ClauseLanguage) => compileActors(TABLES[language]))

/** How far into a clause its addressee is looked for, in UTF-16 units. */
const REACH = 600

/** Whom a clause asks. `codes` is null where somebody is asked who cannot be told. */
export interface Asked {
  readonly codes: readonly AddresseeCode[] | null
  readonly words: string | null
}

/** What stands around a clause and may tell whom it asks. */
export interface AskContext extends NameContext {
  /** Who was asked, or named as the one to act, earlier in the same paragraph. */
  readonly earlier: readonly AddresseeCode[]
}

/** The names at the beginning of `text`, in the words of the language. */
export function namesIn(text: string, language: ClauseLanguage, context: NameContext): Named {
  return readerOf(language).leading(text.slice(0, REACH), context)
}

/**
 * Whom a directive asks: the name after the verb; else who is to act (“by …”); else, where a deed is
 * asked for without a name, the parties where only they can do it, whoever was asked before in the
 * same paragraph, or the addressee of the message. Where a name stands that nobody can tell: null.
 */
export function findAsked(
  clause: string,
  head: Head,
  options: { language: ClauseLanguage; context: AskContext },
): Asked {
  const reader = readerOf(options.language)
  const { context } = options
  if (reader.forms.clitic.test(head.verb)) return { codes: known(context.referents), words: null }
  const rest = reader.behindVerb(clause.slice(head.end, head.end + REACH))
  const named = reader.leading(rest, context)
  if (named.codes.length > 0) return { codes: named.codes, words: rest.slice(0, named.end).trim() }
  return (
    findAgent(rest, reader, context) ?? {
      codes: implied(rest, reader, context),
      words: null,
    }
  )
}

/** Who is said to act in a clause that asks nobody (“should be taken into account by all stakeholders”). */
export function agentOf(
  clause: string,
  language: ClauseLanguage,
  context: NameContext,
): readonly AddresseeCode[] {
  return (
    findAgent(clause.slice(0, REACH), readerOf(language), { ...context, earlier: [] })?.codes ?? []
  )
}

function findAgent(rest: string, reader: ActorReader, context: AskContext): Asked | undefined {
  for (const match of rest.matchAll(reader.forms.agent)) {
    const words = rest.slice(match.index + match[0].length)
    const named = reader.leading(words, { ...context, partiesExpected: false })
    if (named.codes.length > 0)
      return { codes: named.codes, words: words.slice(0, named.end).trim() }
  }
  return undefined
}

function implied(
  rest: string,
  reader: ActorReader,
  context: AskContext,
): readonly AddresseeCode[] | null {
  const { forms } = reader
  if (forms.halts.test(rest)) return haltedBy(rest, reader, context)
  if (!forms.deeds.test(rest)) return null
  if (context.earlier.length > 0) return context.earlier
  return known(context.referents)
}

/** Nobody in a list is nobody known. */
export function known(
  codes: readonly AddresseeCode[] | null | undefined,
): readonly AddresseeCode[] | null {
  return codes && codes.length > 0 ? codes : null
}

/** Only those who commit violations can stop: the party named as the one who does, else all. */
function haltedBy(
  rest: string,
  reader: ActorReader,
  context: AskContext,
): readonly AddresseeCode[] {
  const by = reader.forms.by.exec(rest)
  const words = by === null ? '' : rest.slice(by.index + by[0].length)
  const { codes } = reader.leading(words, { ...context, partiesExpected: true })
  return codes.length > 0 ? codes : ['all_parties']
}
