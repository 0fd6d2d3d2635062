import type { Envelope } from '../annotation.ts'
import {
  findAddressLine,
  findEnvelope,
  findLetterEnvelope,
  findLetterPoint,
  findPointEnvelope,
  findSection,
  type Announcement,
  type FoundEnvelope,
  type Section,
} from '../envelopes/index.ts'
import type { DocumentHead, DocumentKind, Paragraph } from '../model.ts'
import type { Form } from './boundaries.ts'
import type { ClauseLanguage } from './languages.ts'
import { headsOf } from './verbs/index.ts'

/** What a paragraph bears: clauses of the operative part, or views of the members. */
export interface Bearing {
  readonly bears: 'clauses' | 'views'
  readonly form: Form
  readonly envelope: Envelope | null
  /** Offset behind the words that announce a message; clauses begin there. */
  readonly from: number
  /** True in documents of the Working Group, whose points name parties. */
  readonly partiesExpected: boolean
}

/** Kinds of documents that announce messages; a document of no known kind may too. */
const ANNOUNCING: readonly DocumentKind[] = ['conclusions', 'statement', 'letter', 'other']

const BEARING_KINDS: readonly Paragraph['kind'][] = [
  'paragraph',
  'point',
  'item',
  'continuation',
  'heading',
]

/** How text is built, by where it stands. */
const PLACES = {
  announcement: { bears: 'clauses', build: 'list', moods: ['participle'] },
  point: { bears: 'clauses', build: 'list', moods: ['participle', 'finite', 'bare'] },
  operative: { bears: 'clauses', build: 'list', moods: ['finite', 'participle'] },
  statement: { bears: 'clauses', build: 'sentence', moods: ['finite'] },
  decision: { bears: 'clauses', build: 'sentence', moods: ['finite', 'past'] },
  summary: { bears: 'views', build: 'sentence', moods: ['past'] },
} as const satisfies Record<string, Omit<Form, 'language'> & Pick<Bearing, 'bears'>>

/** What bears clauses outside of messages, by the kind of document. */
const OUTSIDE_MESSAGES = new Map<DocumentKind, keyof typeof PLACES>([
  ['resolution', 'operative'],
  ['statement', 'statement'],
  ['conclusions', 'decision'],
])

/** Reads the paragraphs one after the other, remembering the message and the section they stand in. */
export class Scope {
  readonly envelopes: Envelope[] = []
  readonly #document: DocumentHead
  readonly #language: ClauseLanguage
  readonly #states: readonly string[]
  #section: Section | null = null
  #open: Envelope | null = null

  constructor(document: DocumentHead, language: ClauseLanguage, states: readonly string[]) {
    this.#document = document
    this.#language = language
    this.#states = states
  }

  /** What the next paragraph bears; undefined where its form bears nothing. */
  next(paragraph: Paragraph): Bearing | undefined {
    if (!BEARING_KINDS.includes(paragraph.kind)) return this.#leave(paragraph)
    const found = this.#announces(paragraph)
    if (found !== undefined) return this.#enter(found)
    if (paragraph.kind === 'heading') return this.#head(paragraph)
    return this.#bearing(paragraph)
  }

  #leave({ kind }: Paragraph): undefined {
    if (kind === 'annex') {
      this.#open = null
      this.#section = null
    }
  }

  #announces(paragraph: Paragraph): FoundEnvelope | undefined {
    if (!ANNOUNCING.includes(this.#document.kind)) return undefined
    const announcement = this.#announcement(paragraph)
    if (paragraph.kind === 'point') return this.#letterPoint(announcement)
    if (this.#document.kind === 'letter')
      return findLetterEnvelope(announcement, this.#document.title)
    if (inAnnex(paragraph)) return undefined
    return this.#announced(announcement, paragraph)
  }

  #letterPoint(announcement: Announcement): FoundEnvelope | undefined {
    if (this.#document.kind !== 'conclusions') return undefined
    return findLetterPoint(announcement, this.#section)
  }

  #announced(announcement: Announcement, { kind }: Paragraph): FoundEnvelope | undefined {
    const line = findAddressLine(announcement, this.#section)
    if (line !== undefined || kind === 'heading') return line
    const found = findEnvelope(announcement)
    const doubtful = this.#document.kind === 'other' && found?.envelope.addressees === null
    return doubtful ? undefined : found
  }

  #enter({ envelope, end }: FoundEnvelope): Bearing {
    this.envelopes.push(envelope)
    this.#open = envelope
    const { carrier, sender } = envelope
    if (sender !== null) this.#section = { carrier, sender }
    return this.#bears('announcement', { envelope, from: end })
  }

  #head({ text }: Paragraph): undefined {
    this.#section = findSection(text, this.#language) ?? this.#section
    this.#open = null
  }

  #bearing(paragraph: Paragraph): Bearing | undefined {
    const envelope = this.#envelopeOf(paragraph)
    if (envelope !== null) return this.#point(paragraph, envelope)
    if (inAnnex(paragraph)) return undefined
    const { kind } = this.#document
    if (kind === 'resolution' && !paragraph.eid.startsWith('para_')) return undefined
    if (kind === 'conclusions' && this.envelopes.length === 0) return this.#bears('summary')
    const place = OUTSIDE_MESSAGES.get(kind)
    return place && this.#bears(place)
  }

  #point(paragraph: Paragraph, open: Envelope): Bearing {
    const opens = headsOf(this.#language).find(paragraph.text, 0) !== undefined
    const found = opens ? undefined : findPointEnvelope(this.#announcement(paragraph), open)
    if (found === undefined) return this.#bears('point', { envelope: open })
    this.envelopes.push(found.envelope)
    return this.#bears('point', { envelope: found.envelope, from: found.end })
  }

  #announcement({ eid, text }: Paragraph): Announcement {
    const names = { states: this.#states, referents: [], partiesExpected: true }
    return { eid, text, language: this.#language, names }
  }

  #bears(
    place: keyof typeof PLACES,
    { envelope = null, from = 0 }: { envelope?: Envelope | null; from?: number } = {},
  ): Bearing {
    const { bears, ...form } = PLACES[place]
    const partiesExpected = this.#document.kind === 'conclusions' || envelope !== null
    return { bears, form: { language: this.#language, ...form }, envelope, from, partiesExpected }
  }

  /** A point belongs to the message above it; so does a bullet or line below an address line. */
  #envelopeOf({ eid, kind, label }: Paragraph): Envelope | null {
    const open = this.#open
    if (open === null) return null
    if (eid.startsWith(`${open.eid}__`)) return open
    const below =
      kind === 'item' ||
      kind === 'point' ||
      kind === 'continuation' ||
      (kind === 'paragraph' && label === null)
    if (below && !inAnnexOther(eid, open.eid)) return open
    this.#open = null
    return null
  }
}

function inAnnex({ eid }: Paragraph): boolean {
  return eid.startsWith('annex_')
}

function inAnnexOther(eid: string, open: string): boolean {
  return eid.startsWith('annex_') && !open.startsWith('annex_')
}
