import { answerOf, findActAt, type Act, type Answer } from './acts.ts'
import type { Citation } from '../annotation.ts'
import { findChanges } from './changes.ts'
import { canBeOfCouncil } from './council-years.ts'
import { findShortNames, namesCommittee } from './committees.ts'
import { findActLists, type ActList } from './lists.ts'
import type { CitingContext } from './numbering.ts'
import { fitToOrgan } from './organs.ts'
import { paragraphAfter, paragraphBefore } from './pointers.ts'
import { answerOfSymbol, resolutionOf } from './resolve.ts'
import { findSymbolAt, type SymbolAt } from './symbol.ts'

/** A symbol begins a word, or follows one of the two stable addresses. */
const SYMBOL_START =
  /(?:(?<![\p{L}\p{N}/.])|(?<=docs\.(?:un\.)?org\/(?:[a-z]{2}\/)?))\p{Lu}{1,5}\/(?=[\p{Lu}\d]|Sub|[/.])/gu
/** `A/4` and the like are paper, halls and clauses; documents of the first years have three digits. */
const SHORT_SYMBOL = /^\p{Lu}{1,5}\/\d{1,2}$/u

/** Blanks of every kind are one: French sets some that do not break before a bracket. */
const BLANK = /[^\S ]/gu

const BARE = /(?<![\p{sc=Latn}\p{N}.,/’'-])\d{3,4} ?\\?[(（]\d{4}\\?[)）]/gu
/** What is numbered with a year but is no resolution: `general comment No. 25 (2021)`. */
const OTHER_NUMBER = /(?:\bnos?\.?|n[°º]|№|\barticles?|\btables?|\bfigures?|\bconvention)\s?$/i

/**
 * Every citation in one text, in its order, never overlapping: symbols, resolutions and decisions
 * one by one out of lists, addenda, resolutions that name a committee (un-documents.md 3). The
 * context is who cites; it decides where a number alone says too little. Takes time in proportion
 * to the text, whatever the text is.
 */
export function findCitations(text: string, context: CitingContext): Citation[] {
  const plain = text.replace(BLANK, ' ')
  const found = [
    ...findSymbols(plain),
    ...findActLists(plain).flatMap((list) => citationsOfList(plain, list, context)),
    ...findCommittees(plain, context),
    ...findBare(plain, context),
  ]
  return withoutOverlap(found).map((citation) => ({
    ...citation,
    words: text.slice(citation.at, citation.at + citation.words.length),
  }))
}

/** Of two that overlap, the one found by the stronger rule stays: rules come in that order. */
function withoutOverlap(found: readonly Citation[]): Citation[] {
  const sorted = found
    .map((citation, rank) => ({ citation, rank }))
    .toSorted((one, other) => one.citation.at - other.citation.at || one.rank - other.rank)
  const kept: Citation[] = []
  let end = 0
  for (const { citation } of sorted) {
    if (citation.at < end) continue
    kept.push(citation)
    end = citation.at + citation.words.length
  }
  return kept
}

interface Words {
  readonly at: number
  readonly words: string
  readonly paragraph?: string | null
  readonly committee?: string | null
}

function toCitation({ at, words, paragraph, committee }: Words, answer: Answer): Citation {
  return {
    at,
    words,
    ...resolutionOf(answer.symbols),
    paragraph: paragraph ?? null,
    doubt: answer.wrongYear ? 'wrong_year' : null,
    committee: committee ?? null,
  }
}

function findSymbols(text: string): Citation[] {
  const citations: Citation[] = []
  let end = 0
  for (const { index } of text.matchAll(SYMBOL_START)) {
    if (index < end) continue
    const found = findSymbolAt(text, index)
    if (found === undefined) continue
    citations.push(...citationsOfSymbol(text, index, found))
    end = found.end
  }
  return citations
}

function citationsOfSymbol(text: string, at: number, found: SymbolAt): Citation[] {
  const words = text.slice(at, found.end)
  const changes = findChanges(text, found).map((change) =>
    toCitation(change, { symbols: change.symbols, wrongYear: false }),
  )
  if (SHORT_SYMBOL.test(words) && changes.length === 0) return []
  const paragraph = paragraphBefore(text, at) ?? paragraphAfter(text, found.end)
  return [toCitation({ at, words, paragraph }, answerOfSymbol(found.symbol)), ...changes]
}

function citationsOfList(text: string, list: ActList, context: CitingContext): Citation[] {
  const around = {
    before: text.slice(Math.max(0, list.at - 60), list.at),
    within: text.slice(list.at, list.acts[0]?.at),
    after: text.slice(list.end, list.end + 60),
  }
  const pointed = list.acts.length === 1
  const before = pointed ? paragraphBefore(text, list.at) : null
  const committee = committeeOf(text, list)
  return list.acts.map((act, index) => {
    const answer = answerOf(act, list.kind, context)
    const last = index === list.acts.length - 1
    return toCitation(
      {
        at: act.at,
        words: act.words,
        paragraph: before ?? (last ? paragraphAfter(text, list.end) : null),
        committee,
      },
      { ...answer, symbols: fitToOrgan(answer.symbols, around, context) },
    )
  })
}

/** The short name of the one committee that the resolutions of a list name together. */
function committeeOf(text: string, { at, acts }: ActList): string | null {
  const ofCouncil = acts.every(({ form }) => form === 'council' || form === 'number')
  if (!ofCouncil || !namesCommittee(text, at)) return null
  return acts.map(({ fields }) => fields[0]).join('/')
}

function findCommittees(text: string, context: CitingContext): Citation[] {
  return findShortNames(text).flatMap(({ name, numbers }) =>
    numbers.map(({ at, words }) => {
      const act: Act = { form: 'number', at, words, fields: [words] }
      return toCitation({ at, words, committee: name }, answerOf(act, 'RES', context))
    }),
  )
}

/** `1612 (2005)` standing alone, in any language: a resolution where number and year belong together. */
function findBare(text: string, context: CitingContext): Citation[] {
  return [...text.matchAll(BARE)].flatMap(({ index }) => {
    const act = findActAt(text, index)
    if (act?.form !== 'council') return []
    if (OTHER_NUMBER.test(text.slice(Math.max(0, index - 14), index))) return []
    const [number, year] = act.fields.map(Number)
    if (number === undefined || year === undefined || !canBeOfCouncil(number, year)) return []
    return [toCitation(act, answerOf(act, 'RES', context))]
  })
}
