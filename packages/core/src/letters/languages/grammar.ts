import type { AddresseeCode } from '../../documents/codes.ts'

/** How often a verb came before in its chain of points: bare, "Also", "Further" (R4). */
export type Repeat = 'first' | 'second' | 'third'

/**
 * The head of a point, taken apart (R2): words in front ("In that regard,"), the mark of repetition,
 * words of force ("strongly"), the verb as the conclusions write it, and all that follows.
 */
export interface Head {
  readonly lead: string
  readonly repeat: Repeat
  readonly force: string
  readonly verb: string
  readonly rest: string
}

/** Whom a verb speaks to: the noun phrases that may stand right after it (a pattern), and "you" or "your Government". */
export interface Address {
  readonly noun: string
  readonly you: string
}

/** What the known opening of conclusions looks like, and what becomes of it in a letter. */
interface OpeningForms {
  /** Tells the paragraph on the meeting from others. */
  readonly meeting: RegExp
  /** The first words on the meeting and what a letter writes instead. */
  readonly fixed: readonly [RegExp, string]
  /** The subject of a sentence on who spoke for the State. */
  readonly speaker: RegExp
  /** Subjects of such sentences that are no State. */
  readonly notSpeaker: RegExp
  /** The legal basis, in group 1. */
  readonly basis: RegExp
  /** The report examined, in group 1. */
  readonly report: RegExp
}

/** All that drafting knows about one language. */
export interface Grammar {
  readonly opening: OpeningForms
  /** Takes the head of a point apart; null where no known verb opens it. */
  splitHead(text: string): Head | null
  /** Puts a head together again, its verb as the conclusions write it. */
  joinHead(head: Head): string
  /** Puts a head together with its verb in the infinitive. */
  toInfinitive(head: Head): string
  /** The same, speaking to `address.you`; null where the noun does not stand right after the verb (R3). */
  speakTo(head: Head, address: Address): string | null
  /** The same wherever a verb asks the noun to do something, not only at the head; null where none does. */
  speakThroughout(head: Head, address: Address): string | null
  /** How an addressee may be spoken to, `words` being the words of the envelope; null where unknown. */
  addressOf(addressee: AddresseeCode, words: string | null): Address | null
  /** "your Government", "your Committee"; null where no such wording is known. */
  yourBody(addressee: AddresseeCode): string | null
  /** "the Secretary-General’s X" as "your X"; the same text where it does not occur. */
  toYourOffice(text: string): string
  /** `words` as somebody a letter is addressed to. */
  toward(words: string): string
  /** `words` in the genitive: the report examined, those a message is meant for. */
  of(words: string): string
  /** Where the conflict is. */
  inCountry(name: string): string
}

/** Makes the first letter a capital. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Makes the first letter small. */
export function uncapitalise(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** A pattern that finds exactly these words. */
export function literally(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

/** What the named groups of a pattern found in a text; an empty text for those that found nothing. */
export function groupsOf(pattern: RegExp, text: string): (name: string) => string {
  const groups = pattern.exec(text)?.groups
  return (name) => groups?.[name] ?? ''
}
