import type { AddresseeCode } from '../../documents/codes.ts'
import {
  capitalise,
  groupsOf,
  literally,
  type Address,
  type Grammar,
  type Head,
  type Repeat,
} from './grammar.ts'

/**
 * First words of head verbs and what a letter writes. Verbs that the Working Group says of itself
 * ("Se déclarant préoccupé") stay with it: in the first person they would become the Chair's.
 */
const HEAD_VERBS = {
  accueillant: 'accueillir',
  affirmant: 'affirmer',
  appelant: 'appeler',
  appuyant: 'appuyer',
  attirant: 'attirer',
  condamnant: 'condamner',
  considérant: 'considérer',
  constatant: 'constater',
  déplorant: 'déplorer',
  demandant: 'demander',
  dénonçant: 'dénoncer',
  encourageant: 'encourager',
  engageant: 'engager',
  estimant: 'estimer',
  exhortant: 'exhorter',
  exigeant: 'exiger',
  exprimant: 'exprimer',
  faisant: 'faire',
  félicitant: 'féliciter',
  insistant: 'insister',
  invitant: 'inviter',
  jugeant: 'juger',
  lançant: 'lancer',
  louant: 'louer',
  mettant: 'mettre',
  notant: 'noter',
  préconisant: 'préconiser',
  prenant: 'prendre',
  priant: 'prier',
  rappelant: 'rappeler',
  réaffirmant: 'réaffirmer',
  recommandant: 'recommander',
  reconnaissant: 'reconnaître',
  regrettant: 'regretter',
  réitérant: 'réitérer',
  remerciant: 'remercier',
  rendant: 'rendre',
  saluant: 'saluer',
  sommant: 'sommer',
  soulignant: 'souligner',
  's’alarmant': 'indiquer que le Groupe de travail s’alarme',
  's’inquiétant': 'indiquer que le Groupe de travail s’inquiète',
  'se déclarant': 'indiquer que le Groupe de travail se déclare',
  'se disant': 'indiquer que le Groupe de travail se dit',
  'se félicitant': 'indiquer que le Groupe de travail se félicite',
  'se réjouissant': 'indiquer que le Groupe de travail se réjouit',
} as const satisfies Record<string, string>

const INFINITIVES: ReadonlyMap<string, string> = new Map(Object.entries(HEAD_VERBS))

const HEAD =
  /^(?<verb>(?:Se |S[’'])?\p{L}+ant)(?![\p{L}’'-])(?: (?<repeat>également|aussi|en outre|de plus))?(?<rest>.*)$/isu

const REPEATED = new Map<string, Repeat>([
  ['également', 'second'],
  ['aussi', 'second'],
  ['en outre', 'third'],
  ['de plus', 'third'],
])
const REPEATS = { first: '', second: ' également', third: ' en outre' } as const

/** Noun phrases that may stand right after a head verb, and so be spoken to. */
const NOUNS: Partial<Record<AddresseeCode, string>> = {
  secretary_general: '(?:le|au) Secrétaire général',
  government: String.raw`(?:le|au) Gouvernement(?: \p{Ll}+| de transition| \p{Ll}+ de transition| d[eu] (?:la )?\p{Lu}[\p{L}’-]*)?|(?:les|aux) autorités(?: \p{Ll}+)?`,
  sanctions_committee: '(?:le|au) Comité',
  donors: '(?:les|aux) (?:bailleurs de fonds|donateurs)',
}

/** What shows that whoever stands right after a verb is asked by it. */
const AFTER = '(?= (?:d[e’]|à|au|pour)|,)'

/** French with frames of its own: no French specimen of such a letter is known. */
export const FRENCH = {
  opening: {
    meeting: /\b(?:séance|réunion)\b.*\btenue\b/,
    fixed: [/^Au cours d(?=’une |e (?:la|sa) )/, 'Lors d'],
    speaker:
      /(?<=\. )(?:La|Le|L’|Une?) ?[^.]{0,400}?(?:[Rr]eprésentante?|Mission|Ambassad\p{L}+|Chargée?|Ministre|délégation)[^.]{0,400}?(?= (?:a|s’est) (?:également |aussi )?(?:pris|fait|adressé|prononcé|exprimée?|participé))/gu,
    notSpeaker: /spéciale?\b|Secrétaire général|UNICEF|Fonds des Nations Unies/,
    basis:
      /((?:sous réserve|dans le respect|conformément|en application) .{1,2000}?), le Groupe de travail (?:est convenu|a décidé)/,
    report: /\bexaminé (l[ea’] ?.{1,600}?\([A-Z]+\/[^)]*\))/,
  },

  splitHead(text: string): Head | null {
    const group = groupsOf(HEAD, text)
    const verb = group('verb').toLowerCase().replace("'", '’')
    if (!INFINITIVES.has(verb)) return null
    const repeat = REPEATED.get(group('repeat').toLowerCase()) ?? 'first'
    return { lead: '', repeat, force: '', verb, rest: group('rest') }
  },

  joinHead(head: Head): string {
    return capitalise(`${head.verb}${REPEATS[head.repeat]}${head.rest}`)
  },

  toInfinitive(head: Head): string {
    const verb = INFINITIVES.get(head.verb) ?? head.verb
    return capitalise(`${verb}${REPEATS[head.repeat]}${head.rest}`)
  },

  speakTo(head: Head, { noun, you }: Address): string | null {
    const match = new RegExp(`^ (?:${noun})${AFTER}`, 'u').exec(head.rest)
    if (match === null) return null
    const infinitive = INFINITIVES.get(head.verb) ?? head.verb
    const rest = head.rest.slice(match[0].length)
    return capitalise(`${you} ${infinitive}${REPEATS[head.repeat]}${rest}`)
  },

  speakThroughout(head: Head, address: Address): string | null {
    return FRENCH.speakTo(head, address)
  },

  addressOf(addressee: AddresseeCode, words: string | null): Address | null {
    const nouns = [NOUNS[addressee], words === null ? undefined : literally(words)]
    const known = nouns.filter((noun) => noun !== undefined)
    return known.length === 0 ? null : { noun: known.join('|'), you: 'vous' }
  },

  /** "Votre Gouvernement" would need the verb's own preposition; nobody has proposed a wording. */
  yourBody: () => null,
  toYourOffice: (text: string) => text,
  toward: (words: string) => contract(words, TOWARD),
  of: (words: string) => contract(words, OF),

  inCountry(name: string): string {
    if (/^(?:au|aux|en|à|dans) /i.test(name)) return name
    if (/s$/i.test(name) && !MASCULINE.has(name)) return `aux ${name}`
    if (MASCULINE.has(name)) return `au ${name}`
    return /^[AEIOUÉÎHaeiouéîh]|e\b/u.test(name) ? `en ${name}` : `au ${name}`
  },
} as const satisfies Grammar

/** Names that end like feminine ones and are not. */
const MASCULINE = new Set([
  'Belize',
  'Cambodge',
  'Honduras',
  'Laos',
  'Mexique',
  'Mozambique',
  'Zimbabwe',
])

/** Articles and prepositions in front of a noun phrase, and what two prepositions make of them. */
const TOWARD = { le: 'au', les: 'aux', au: 'au', aux: 'aux', à: 'à' } as const
const OF = { le: 'du', les: 'des', au: 'du', aux: 'des', à: 'de' } as const

function contract(words: string, forms: typeof TOWARD | typeof OF): string {
  const [first = ''] = words.split(' ', 1)
  const known = Object.entries(forms).find(([article]) => article === first.toLowerCase())
  if (known === undefined) return `${forms.à} ${words}`
  return `${known[1]}${words.slice(first.length)}`
}
