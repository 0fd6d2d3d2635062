import type { Carrier, Envelope, Sender } from '../annotation.ts'
import { namesIn, type NameContext } from '../clauses/asked/index.ts'
import type { ClauseLanguage } from '../clauses/languages.ts'
import { onDemand } from '../on-demand.ts'
import { ENGLISH_ENVELOPES } from './english.ts'
import { compileEnvelopes, type EnvelopeForms } from './forms.ts'
import { FRENCH_ENVELOPES } from './french.ts'

const TABLES = { en: ENGLISH_ENVELOPES, fr: FRENCH_ENVELOPES }
const formsOf = onDemand((language: ClauseLanguage) => compileEnvelopes(TABLES[language]))

/** The longest announcement that is looked through, in UTF-16 units. */
const REACH = 2_000

/** What a heading says about the messages below it. */
export interface Section {
  readonly carrier: Carrier
  readonly sender: Sender
}

/** Where an envelope was found, and where its words end in the paragraph. */
export interface FoundEnvelope {
  readonly envelope: Envelope
  readonly end: number
}

/** A paragraph that may announce a message. */
export interface Announcement {
  readonly eid: string
  readonly text: string
  readonly language: ClauseLanguage
  readonly names: NameContext
}

/** What a heading says about the messages below it; undefined where it says nothing. */
export function findSection(heading: string, language: ClauseLanguage): Section | undefined {
  const found = formsOf(language).headings.find(({ words }) => words.test(heading))
  return found && { carrier: found.carrier, sender: found.sender }
}

/** The message that a paragraph announces: “agreed to address letters from the Chair to …:”. */
export function findEnvelope(announcement: Announcement): FoundEnvelope | undefined {
  const table = formsOf(announcement.language)
  const text = announcement.text.slice(0, REACH)
  if (!table.decided.test(text)) return undefined
  const found = table.carriers.find(({ words }) => words.test(text))
  if (found === undefined) return undefined
  const words = addresseeIn(text, table)
  if (found.carrier === 'recommendation' && saysAll(text, words?.end)) return undefined
  const parties = partiesFor(text, found.carrier, table)
  return {
    envelope: {
      eid: announcement.eid,
      carrier: found.carrier,
      ...parties,
      ...told(words?.words, announcement),
    },
    end: words?.end ?? text.length,
  }
}

/** A recommendation that is one sentence is a clause of its own and opens no list. */
function saysAll(text: string, end = 0): boolean {
  return !/[:;,]\s*$/u.test(text) && /^[.\s]*$/u.test(text.slice(end))
}

/** A point that opens a letter of its own, below a heading that tells who sends it. */
export function findLetterPoint(
  announcement: Announcement,
  section: Section | null,
): FoundEnvelope | undefined {
  const match = formsOf(announcement.language).letterPoint.exec(announcement.text)
  const who = match?.groups?.['who']
  if (match === null || who === undefined || section === null) return undefined
  const end = announcement.text.indexOf(who) + who.length
  const sent = { carrier: 'letter', sender: section.sender, via: null } as const
  return { envelope: { eid: announcement.eid, ...sent, ...told(who, announcement) }, end }
}

/** A line that names only whom a message is for, below a heading that tells how it travels. */
export function findAddressLine(
  announcement: Announcement,
  section: Section | null,
): FoundEnvelope | undefined {
  const who = formsOf(announcement.language).line.exec(announcement.text)?.groups?.['who']
  if (who === undefined || section === null) return undefined
  const { codes, ...rest } = { codes: null, ...section }
  const envelope = { eid: announcement.eid, ...rest, via: codes, ...told(who, announcement) }
  return { envelope, end: announcement.text.length }
}

/** The message of a letter: opened by “I am entrusted … to:”, for whom its title says. */
export function findLetterEnvelope(
  announcement: Announcement,
  title: string | null,
): FoundEnvelope | undefined {
  const table = formsOf(announcement.language)
  if (!table.entrusted.test(announcement.text)) return undefined
  const who = table.letterTo.exec(title ?? '')?.groups?.['who']
  const sent = {
    carrier: 'letter',
    sender: 'chair',
    via: title !== null && /pr[eé]sident/iu.test(title) ? 'president_sc' : null,
  } as const
  return {
    envelope: { eid: announcement.eid, ...sent, ...told(who, announcement) },
    end: announcement.text.length,
  }
}

/** One of several messages that a paragraph announces and its points address: “(a) The donors, …”. */
export function findPointEnvelope(
  announcement: Announcement,
  open: Envelope,
): FoundEnvelope | undefined {
  if (open.addressees !== null || open.addresseeWords !== null) return undefined
  const text = announcement.text.slice(0, REACH)
  const end = text.search(formsOf(announcement.language).until)
  const words = text.slice(0, end < 0 ? undefined : end)
  const names = { ...announcement.names, partiesExpected: false }
  const named = told(words, { ...announcement, names })
  if (named.addressees === null) return undefined
  return { envelope: { ...open, eid: announcement.eid, ...named }, end: words.length }
}

function partiesFor(
  text: string,
  carrier: Carrier,
  table: EnvelopeForms,
): Pick<Envelope, 'sender' | 'via'> {
  if (carrier === 'recommendation') return { sender: 'working_group', via: null }
  if (carrier === 'public_statement') return { sender: 'chair', via: null }
  const president = table.president.test(text)
  if (table.chair.test(text)) return { sender: 'chair', via: president ? 'president_sc' : null }
  return { sender: president ? 'president_sc' : 'chair', via: null }
}

function addresseeIn(
  text: string,
  table: EnvelopeForms,
): { words: string; end: number } | undefined {
  const starts = table.addressed.flatMap((form) =>
    [...text.matchAll(form)].map((match) => match.index + match[0].length),
  )
  const start = starts.length > 0 ? Math.max(...starts) : undefined
  if (start === undefined) return undefined
  const end = text.slice(start).search(table.until)
  const words = text.slice(start, end < 0 ? undefined : start + end).trim()
  return { words, end: start + words.length }
}

function told(
  words: string | undefined,
  { language, names }: Announcement,
): Pick<Envelope, 'addressees' | 'addresseeWords'> {
  if (words === undefined || words === '') return { addressees: null, addresseeWords: null }
  const { codes } = namesIn(words, language, names)
  return { addressees: codes.length > 0 ? [...codes] : null, addresseeWords: words }
}
