import type { AddresseeCode } from '../../documents/codes.ts'
import {
  capitalise,
  groupsOf,
  literally,
  uncapitalise,
  type Address,
  type Grammar,
  type Head,
  type Repeat,
} from './grammar.ts'

/** First words of head verbs and what a letter writes (un-documents.md 1.2, R2). */
const HEAD_VERBS = {
  acknowledging: 'acknowledge',
  advising: 'advise',
  affirming: 'affirm',
  appealing: 'appeal',
  applauding: 'applaud',
  appreciating: 'appreciate',
  asking: 'ask',
  bearing: 'bear',
  calling: 'call',
  commending: 'commend',
  condemning: 'condemn',
  congratulating: 'congratulate',
  conveying: 'convey',
  demanding: 'demand',
  deploring: 'deplore',
  drawing: 'draw',
  emphasising: 'emphasise',
  emphasizing: 'emphasize',
  encouraging: 'encourage',
  endorsing: 'endorse',
  expressing: 'express',
  highlighting: 'highlight',
  informing: 'inform',
  insisting: 'insist',
  inviting: 'invite',
  noting: 'note',
  paying: 'pay',
  praising: 'praise',
  reaffirming: 'reaffirm',
  recalling: 'recall',
  recognising: 'recognise',
  recognizing: 'recognize',
  recommending: 'recommend',
  regretting: 'regret',
  reiterating: 'reiterate',
  reminding: 'remind',
  requesting: 'request',
  stressing: 'stress',
  supporting: 'support',
  taking: 'take',
  thanking: 'thank',
  underlining: 'underline',
  underscoring: 'underscore',
  urging: 'urge',
  voicing: 'voice',
  welcoming: 'welcome',
} as const satisfies Record<string, string>

const INFINITIVES: ReadonlyMap<string, string> = new Map(Object.entries(HEAD_VERBS))

const HEAD =
  /^(?<lead>In (?:this|that) (?:regard|connection|context),? )?(?:(?<repeat>also|further) )?(?<force>\p{L}+ly )?(?<verb>\p{L}+ing)(?![\p{L}’'-])(?<rest>.*)$/isu

/** Every form of a head verb, small or with a capital, as a pattern. */
const VERBS = Object.entries(HEAD_VERBS)
  .flat()
  .flatMap((verb) => [verb, capitalise(verb)])
  .map((verb) => String.raw`\b${verb}`)
  .join('|')

/** What may stand between a verb and whom it asks, and what shows that they are asked. */
const BETWEEN = '( (?:(?:upon|on|to) )?)'
const AFTER = '(?= to | for | and |, )'

const REPEATED = new Map<string, Repeat>([
  ['also', 'second'],
  ['further', 'third'],
])
const REPEATS = { first: '', second: 'also ', third: 'further ' } as const

/** Noun phrases that may stand right after a head verb, and so be spoken to. */
const NOUNS: Partial<Record<AddresseeCode, string>> = {
  secretary_general: 'the Secretary-General',
  government: String.raw`(?:the )?(?:transitional |interim |federal |national |\p{Lu}\p{L}+ )*(?:Government|authorities)(?: of (?:the )?\p{Lu}[\p{L}’-]*(?: (?:of |and |the )*\p{Lu}[\p{L}’-]*)*)?`,
  sanctions_committee: 'the (?:Security Council )?Committee',
  donors: '(?:the World Bank and )?(?:all |other |international )*donors',
}

const YOUR_BODY: Partial<Record<AddresseeCode, string>> = {
  government: 'your Government',
  sanctions_committee: 'your Committee',
}

/** English as letters of the Working Group write it; the letter of 29 January 2024 is the specimen. */
export const ENGLISH = {
  opening: {
    meeting: /\bmeeting,? (?:which was )?held on\b/,
    fixed: [/^During (?=an? |the |its )/, 'At '],
    speaker:
      /(?<=\. )(?:The|An?|His|Her) [^.]{0,400}?\b(?:Representatives?|Mission|Ambassador|Chargée?|Minister|delegation)\b[^.]{0,400}?(?= (?:also )?(?:addressed|spoke|briefed|delivered|made|gave|participated|took) )/gu,
    notSpeaker: /Special Representative|Secretary-General|UNICEF|United Nations Children/,
    basis:
      /\b((?:subject to|consistent with|in accordance with|pursuant to) .{1,2000}?), the Working Group (?:agreed|decided)\b/,
    report: /\bexamined (the .{1,600}?\([A-Z]+\/[^)]*\))/,
  },

  splitHead(text: string): Head | null {
    const group = groupsOf(HEAD, text)
    const verb = group('verb').toLowerCase()
    if (!INFINITIVES.has(verb)) return null
    return {
      lead: group('lead'),
      repeat: REPEATED.get(group('repeat').toLowerCase()) ?? 'first',
      force: group('force'),
      verb,
      rest: group('rest'),
    }
  },

  joinHead(head: Head): string {
    return joinWith(head, head.verb)
  },

  toInfinitive(head: Head): string {
    return joinWith(head, INFINITIVES.get(head.verb) ?? head.verb)
  },

  speakTo(head: Head, { noun, you }: Address): string | null {
    const match = new RegExp(`^${BETWEEN}(?:${noun})${AFTER}`, 'u').exec(head.rest)
    if (match === null) return null
    const rest = `${match[1] ?? ''}${you}${head.rest.slice(match[0].length)}`
    return ENGLISH.toInfinitive({ ...head, rest })
  },

  speakThroughout(head: Head, { noun, you }: Address): string | null {
    const text = ENGLISH.toInfinitive(head)
    const asked = new RegExp(`(?<=(?:${VERBS})${BETWEEN})(?:${noun})${AFTER}`, 'gu')
    const spoken = text.replace(asked, you)
    return spoken === text ? null : spoken
  },

  addressOf(addressee: AddresseeCode, words: string | null): Address | null {
    const nouns = [NOUNS[addressee], words === null ? undefined : literally(words)]
    const known = nouns.filter((noun) => noun !== undefined)
    return known.length === 0 ? null : { noun: known.join('|'), you: 'you' }
  },

  yourBody(addressee: AddresseeCode): string | null {
    return YOUR_BODY[addressee] ?? null
  },

  toYourOffice(text: string): string {
    return text.replace(/\bthe Secretary-General[’']s\b/g, 'your')
  },

  toward: (words: string) => words,
  of: (words: string) => words,
  inCountry: (name: string) => name,
} as const satisfies Grammar

function joinWith({ lead, repeat, force, rest }: Head, verb: string): string {
  const words = uncapitalise(`${REPEATS[repeat]}${uncapitalise(force)}${verb}`)
  return capitalise(`${lead}${words}${rest}`)
}
