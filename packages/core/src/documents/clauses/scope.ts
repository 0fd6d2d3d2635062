import type { Envelope } from '../annotation.ts'
import {
  findAddressLine,
  findEnvelope,
  findLetterEnvelope,
  findSection,
  type Announcement,
  type FoundEnvelope,
  type Section,
} from '../envelopes/index.ts'
import type { DocumentHead, DocumentKind, Paragraph } from '../model.ts'
import type { Form } from './boundaries.ts'
import type { ClauseLanguage } from './verbs/index.ts'

/** What a paragraph bears: clauses of the operative part, or views of the members. */
export interface Bearing {
  readonly bears: 'clauses' | 'views'
  readonly form: Form
  readonly envelope: Envelope | null
  /** Offset behind the words that announce a message; clauses begin there. */
  readonly from: number
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
    if (!ANNOUNCING.includes(this.#document.kind) || paragraph.kind === 'point') return undefined
    const names = { states: this.#states, referents: [], partiesExpected: true }
    const announcement = {
      eid: paragraph.eid,
      text: paragraph.text,
      language: this.#language,
      names,
    }
    if (this.#document.kind === 'letter')
      return findLetterEnvelope(announcement, this.#document.title)
    if (inAnnex(paragraph)) return undefined
    return this.#announced(announcement, paragraph)
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
    return { bears: 'clauses', form: this.#form('list', ['participle']), envelope, from: end }
  }

  #head({ text }: Paragraph): undefined {
    this.#section = findSection(text, this.#language) ?? this.#section
    this.#open = null
  }

  #bearing(paragraph: Paragraph): Bearing | undefined {
    const envelope = this.#envelopeOf(paragraph)
    if (envelope !== null)
      return {
        bears: 'clauses',
        form: this.#form('list', ['participle', 'finite', 'bare']),
        envelope,
        from: 0,
      }
    if (inAnnex(paragraph)) return undefined
    const { kind } = this.#document
    if (kind === 'resolution') return this.#resolution(paragraph)
    if (kind === 'statement') return this.#sentences('clauses', ['finite'])
    if (kind !== 'conclusions') return undefined
    return this.envelopes.length > 0
      ? this.#sentences('clauses', ['finite', 'past'])
      : this.#sentences('views', ['past'])
  }

  #resolution({ eid }: Paragraph): Bearing | undefined {
    if (!eid.startsWith('para_')) return undefined
    return {
      bears: 'clauses',
      form: this.#form('list', ['finite', 'participle']),
      envelope: null,
      from: 0,
    }
  }

  #sentences(bears: Bearing['bears'], moods: Form['moods']): Bearing {
    return { bears, form: this.#form('sentence', moods), envelope: null, from: 0 }
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

  #form(build: Form['build'], moods: Form['moods']): Form {
    return { language: this.#language, build, moods }
  }
}

function inAnnex({ eid }: Paragraph): boolean {
  return eid.startsWith('annex_')
}

function inAnnexOther(eid: string, open: string): boolean {
  return eid.startsWith('annex_') && !open.startsWith('annex_')
}
