import { lettered } from '../lettered.ts'
import { onDemand } from '../on-demand.ts'
import type { ClauseLanguage } from './languages.ts'
import { stands, type Joint } from './standing.ts'
import { headsOf, type Head, type HeadReader, type Mood } from './verbs/index.ts'

/**
 * How the text of a paragraph is built. `list`: a point that opens with its verb. `sentence`: every
 * sentence names who speaks (The Security Council urges …), as statements and summaries do.
 */
export interface Form {
  readonly language: ClauseLanguage
  readonly build: 'list' | 'sentence'
  readonly moods: readonly Mood[]
}

interface Candidate {
  readonly joint: Joint
  readonly at: number
}

/** Offsets at which the clauses of a text begin, each at its verb or at who speaks; in order. */
export function findStarts(text: string, form: Form): number[] {
  const reader = readerOf(form.language)
  const starts: number[] = []
  let last: Head | undefined
  for (const candidate of candidates(text, reader)) {
    const found = clauseAt(text, candidate.at, { reader, form, candidate, last })
    if (found === undefined) continue
    starts.push(found.at)
    last = found.head
  }
  return starts
}

interface Place {
  readonly reader: Reader
  readonly form: Form
  readonly candidate: Candidate
  readonly last: Head | undefined
}

function clauseAt(
  text: string,
  start: number,
  place: Place,
): { at: number; head: Head } | undefined {
  const { reader, form, candidate, last } = place
  const at = skip(text, start, reader.leadIn)
  const verbAt = reader.heads.speakerEnd(text, at)
  const spoken = verbAt > at
  if (needsSpeaker(candidate.joint, form) && !spoken) return undefined
  const head = reader.heads.find(text, verbAt, moodsFor(candidate.joint, form, { last, spoken }))
  if (head === undefined || !stands(text, head, { ...candidate, last, heads: reader.heads }))
    return undefined
  return { at, head }
}

function needsSpeaker(joint: Joint, form: Form): boolean {
  if (joint === 'stop') return true
  return joint === 'start' && form.build === 'sentence'
}

function moodsFor(
  joint: Joint,
  form: Form,
  before: { last: Head | undefined; spoken: boolean },
): readonly Mood[] {
  const { last, spoken } = before
  if (spoken) return form.moods.filter((mood) => mood === 'finite' || mood === 'past')
  if (last === undefined) return joint === 'start' ? form.moods : []
  return FOLLOWING[last.mood][joint] ?? moodsAlike(last, form)
}

/** Which verbs may follow a verb in the same sentence, by what stands between them. */
const FOLLOWING: Readonly<Record<Mood, Partial<Record<Joint, readonly Mood[]>>>> = {
  participle: {},
  bare: {
    strong: ['bare', 'participle'],
    commaAnd: ['bare', 'participle'],
    comma: [],
    and: [],
  },
  finite: { strong: ['finite', 'participle'] },
  past: {
    strong: ['past', 'participle'],
    commaAnd: ['past', 'participle'],
    comma: ['past', 'participle'],
  },
}

/** In the same mood; a participle may also lead to the finite verb of its sentence. */
function moodsAlike({ mood }: Head, form: Form): readonly Mood[] {
  const hybrid = mood === 'participle' && form.moods.includes('finite')
  return hybrid ? ['participle', 'finite'] : [mood]
}

interface Reader {
  readonly heads: HeadReader
  readonly joint: RegExp
  readonly leadIn: RegExp
}

const readerOf = onDemand(compile)

function compile(language: ClauseLanguage): Reader {
  const heads = headsOf(language)
  const { joins, leadIns } = heads.table
  return {
    heads,
    joint: lettered(
      `(?<strong>[;:] {1,2}(?:(?:${joins}) )?)|(?<commaAnd>, (?:${joins}) )|(?<comma>, )|(?<stop>[.!?][”"’)]? {1,2}[“"]?)|(?<and> (?:${joins}) )`,
      'gi',
    ),
    leadIn: lettered(`(?:(?:${leadIns}),? )?`, 'iy'),
  }
}

function* candidates(text: string, reader: Reader): Generator<Candidate> {
  yield { joint: 'start', at: /^[“"‘«]? ?/u.exec(text)?.[0].length ?? 0 }
  for (const match of text.matchAll(reader.joint)) {
    yield { joint: jointOf(match.groups), at: match.index + match[0].length }
  }
}

const JOINTS = ['strong', 'commaAnd', 'comma', 'stop', 'and'] as const

function jointOf(groups: Record<string, string | undefined> | undefined): Joint {
  return JOINTS.find((joint) => groups?.[joint] !== undefined) ?? 'and'
}

function skip(text: string, at: number, form: RegExp): number {
  form.lastIndex = at
  return at + (form.exec(text)?.[0].length ?? 0)
}
