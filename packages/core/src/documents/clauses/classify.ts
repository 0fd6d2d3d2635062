import type { Clause } from '../annotation.ts'
import type { AddresseeCode } from '../codes.ts'
import { agentOf, findAsked, known, type Asked, type NameContext } from './asked/index.ts'
import type { ClauseContext } from './context.ts'
import { isContinuing, isUrgent } from './force.ts'
import { findImplementers } from './implementers.ts'
import { findItem } from './items.ts'
import { KIND_OF } from './kinds.ts'
import type { Segment } from './segments.ts'
import { tagsOf } from './tags/index.ts'
import { headsOf, type Head, type HeadReader } from './verbs/index.ts'

/** A clause without its address and citations. */
export type Classified = Omit<Clause, 'eid' | 'paragraph' | 'citations'>

/** A stretch without a verb we know states something and asks nobody. */
const WITHOUT_VERB = { verb: null, lemma: null, kind: 'normative', strength: 1 } as const

const NOBODY: Asked = { codes: [], words: null }

/**
 * What one stretch of a paragraph says, wherever it was cut: its verb, class, kind and strength, whom
 * it asks, what it is about. `earlier` are those asked, or said to act, before it in the paragraph.
 */
export function classifySegment(
  segment: Segment,
  context: ClauseContext,
  earlier: readonly AddresseeCode[],
): Classified {
  const { text, at } = segment
  const head = findHead(text, context)
  const opening = head === undefined ? openingWithout(text, context) : openingOf(text, head)
  const asked = askedOf(text, head, { kind: opening.kind, context, earlier })
  const directive = opening.kind === 'directive'
  const { language } = context.form
  return {
    envelope: context.envelope?.eid ?? null,
    at,
    text,
    ...opening,
    addressees: asked.codes && [...asked.codes],
    addresseeWords: asked.words,
    implementers: directive
      ? findImplementers(text, language, { ...namesOf(context), partiesExpected: false })
      : [],
    ...tagsOf(text, language),
    continuing: directive && isContinuing(text, language),
    urgent: directive && isUrgent(text, language),
  }
}

/** Who acts or is asked, for the clauses that follow in the same paragraph. */
export function actorsAfter(
  clause: Classified,
  context: ClauseContext,
  earlier: readonly AddresseeCode[],
): readonly AddresseeCode[] {
  if (clause.kind === 'directive') return clause.addressees ?? earlier
  if (clause.kind !== 'normative') return earlier
  const agents = agentOf(clause.text, context.form.language, namesOf(context))
  return agents.length > 0 ? agents : earlier
}

type Opening = Pick<Clause, 'verb' | 'lemma' | 'kind' | 'strength'>

function findHead(text: string, { form }: ClauseContext): Head | undefined {
  const reader = headsOf(form.language)
  const spoken = reader.speakerEnd(text)
  if (spoken > 0) return reader.find(text, spoken, ['finite', 'past'])
  return reader.find(text, 0, form.moods) ?? reader.find(text, 0) ?? findListedHead(text, reader)
}

/** “To request the Secretary-General …”: an item that asks by its own verb. */
function findListedHead(text: string, reader: HeadReader): Head | undefined {
  const at = /^(?:to|à|de|d[’'])\s?/iu.exec(text)?.[0].length ?? 0
  const head = at > 0 ? reader.find(text, at, ['bare']) : undefined
  return head && KIND_OF[head.lemma] === 'directive' ? head : undefined
}

function openingOf(text: string, head: Head): Opening {
  const { lemma, strength } = head
  return { verb: head.verb.toLowerCase(), lemma, kind: kindOf(text, head), strength }
}

/** A decision that somebody else shall do something is an ask. */
function kindOf(text: string, head: Head): Clause['kind'] {
  const ruled = / that [^.;]{1,200}? shall /u.test(text.slice(head.end, head.end + 240))
  return head.lemma === 'decide' && ruled ? 'directive' : KIND_OF[head.lemma]
}

function openingWithout(text: string, context: ClauseContext): Opening {
  const item = findItem(text, context)
  if (item === undefined) return WITHOUT_VERB
  return { ...item, verb: item.verb.toLowerCase(), kind: KIND_OF[item.lemma] }
}

interface Asking {
  readonly kind: Clause['kind']
  readonly context: ClauseContext
  readonly earlier: readonly AddresseeCode[]
}

function askedOf(text: string, head: Head | undefined, { kind, context, earlier }: Asking): Asked {
  if (kind !== 'directive') return NOBODY
  const names = namesOf(context, earlier)
  if (head === undefined) {
    return { codes: known(context.above?.addressees) ?? known(names.referents), words: null }
  }
  return findAsked(text, head, { language: context.form.language, context: { ...names, earlier } })
}

/** “Them” are those asked before in the same paragraph, else those the message is for. */
function namesOf(context: ClauseContext, earlier: readonly AddresseeCode[] = []): NameContext {
  const { states, partiesExpected, envelope } = context
  return { states, partiesExpected, referents: known(earlier) ?? envelope?.addressees ?? [] }
}
