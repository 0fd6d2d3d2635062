import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  annotate,
  readDocument,
  type DocumentLanguage,
  type Envelope,
  type Paragraph,
  type ReadingTools,
} from '../../src/documents/index.ts'
import {
  blockText,
  draftLetter,
  LetterFacts,
  NO_CHOICES,
  type Block,
  type Draft,
  type LetterChoices,
  type LetterRequest,
} from '../../src/letters/index.ts'

const NO_WORDS = { lexicon: () => ({ has: () => false }) }
const VECTORS = join(import.meta.dirname, '../../vectors/letters')

/** Conclusions on a country that does not exist, in the form the Working Group gives them. */
export const ALDONIA = `Working Group on Children and Armed Conflict

Conclusions on children and armed conflict in Aldonia

1. During a formal meeting held on 3 March 2031, the Working Group on Children and Armed Conflict examined the first report of the Secretary-General on children and armed conflict in Aldonia (S/2031/56), which covers the year 2030, and was introduced by the Special Representative of the Secretary-General for Children and Armed Conflict. The Permanent Representative of Aldonia to the United Nations also addressed the Working Group.

2. The members of the Working Group expressed deep concern at the violations.

3. The members of the Working Group welcomed the report of the Secretary-General. Further to the meeting, and subject to and consistent with applicable international law and relevant Security Council resolutions, including resolutions 1612 (2005) and 2601 (2021), the Working Group agreed to direct action as set out below.

Public statement by the Chair of the Working Group

4. The Working Group agreed to address a message, through a public statement issued by the Chair of the Working Group to all parties to armed conflict in Aldonia, including the Front of the Valley:

(a) Strongly condemning all violations; and urging all parties to end them;

(b) Calling upon the Front of the Valley to release all children.

5. The Working Group agreed to address a message to community and religious leaders, through a public statement by its Chair:

(a) Emphasizing their important role;

(b) Urging them to publicly condemn violations.

Recommendations to the Security Council

6. The Working Group agreed to recommend that the President of the Security Council transmit a letter addressed to the Government of Aldonia:

(a) Expressing concern at the detention of children; and urging the Government to release them;

(b) Encouraging the Government of Aldonia to adopt a law;

(c) Welcoming the Government’s efforts.

7. The Working Group agreed to recommend that the President of the Security Council transmit a letter to the Secretary-General:

(a) Requesting the Secretary-General to continue the work of the country task force, and noting that its key tasks include monitoring;

(b) Also requesting the Secretary-General to ensure that data are preserved, in line with resolution 2601 (2021);

(c) Further requesting the Secretary-General to inform the Council, and welcoming the Secretary-General’s engagement;

(d) Further requesting the Secretary-General to keep advisers in place.

8. The Working Group agreed to recommend that the President of the Security Council transmit a letter to the Chair of the Security Council Committee pursuant to resolution 1267 (1999):

(a) Encouraging the Committee to continue to consider designations.

9. The Working Group agreed to recommend the following to the Security Council:

(a) To ensure that the situation of children in Aldonia is taken into consideration.

Direct action by the Working Group

10. The Working Group agreed to address letters from the Chair of the Working Group to the World Bank and other donors:

(a) Encouraging donors to provide funding in the following:

(i) Providing release programmes;

(ii) Highlighting the importance of risk education;

(iii) Fully fund appeals for child protection;

(b) Inviting donors to keep the Working Group informed.
`

/** What a letter on Aldonia needs besides. */
export const FACTS: LetterFacts = LetterFacts.parse({
  country: 'Aldonia',
  symbol: 'S/AC.51/2031/1',
  adoptedOn: '2031-05-02',
  stateSpeaker: 'A representative of the Permanent Mission of Aldonia',
  chair: { name: 'Ana Brun', signedOn: '2031-06-01', originalLanguage: 'en' },
  president: { name: 'Karl van den Berg', signedOn: '2031-06-03', originalLanguage: 'fr' },
  circulatedOn: '2031-06-04',
  recipients: [{ name: 'Ms. Idun Falk', office: 'Head of the Office', place: 'New York' }],
})

/** No fact at all. */
export const NO_FACTS: LetterFacts = LetterFacts.parse({})

/** What is drafted from a text: its reading and its annotation. */
export function readConclusions(text: string, tools: ReadingTools = NO_WORDS) {
  const reading = readDocument(text, tools)
  return { reading, annotation: annotate(reading) }
}

const aldonia = readConclusions(ALDONIA)

/** A request for a letter on Aldonia; `choices` may name only what is chosen. */
export function request(
  envelope: string,
  given: Partial<Omit<LetterRequest, 'choices'>> & { choices?: Partial<LetterChoices> } = {},
): LetterRequest {
  const choices = { ...NO_CHOICES, ...given.choices }
  return { ...aldonia, facts: FACTS, ...given, envelope, choices }
}

/** The draft for a request that is not refused. */
export function draftOf(asked: LetterRequest): Draft {
  const result = draftLetter(asked)
  if (!result.ok) throw new Error(`${result.problem} ${JSON.stringify(result.values)}`)
  return result.draft
}

/** All blocks of a draft, in order. */
export function blocksOf({ parts }: Draft): Block[] {
  return parts.flatMap(({ blocks }) => blocks)
}

/** The text of one block. */
export function textOf(draft: Draft, id: string): string {
  const block = blocksOf(draft).find((found) => found.id === id)
  if (block === undefined) throw new Error(`No block ${id}`)
  return blockText(block)
}

/** The points of a draft as they print: marker and text. */
export function pointsOf(draft: Draft): string[] {
  return blocksOf(draft)
    .filter(({ role }) => role === 'point' || role === 'item')
    .map((block) => `${block.marker} ${blockText(block)}`)
}

/** Cases that a practitioner can read, by the name of their file. */
export function readVectors(name: string): unknown {
  return JSON.parse(readFileSync(join(VECTORS, `${name}.json`), 'utf8'))
}

const NO_DATES = { meeting: null, adopted: null, signed: null, circulated: null }

/** A message of one paragraph and its points, as if it had been read. */
export interface Message {
  readonly points: readonly string[]
  readonly envelope?: Partial<Envelope>
  readonly language?: DocumentLanguage
  readonly opening?: readonly string[]
}

/** A request for a letter made from one message alone. */
export function requestFor({ points, envelope, language = 'en', opening = [] }: Message) {
  const message: Envelope = {
    eid: 'para_9',
    carrier: 'letter',
    sender: 'president_sc',
    via: null,
    addressees: ['secretary_general'],
    addresseeWords: null,
    ...envelope,
  }
  const paragraph = { kind: 'paragraph', level: 1, label: null } as const
  const document = {
    symbol: null,
    kind: 'conclusions',
    title: null,
    language,
    dates: NO_DATES,
  } as const
  const paragraphs: Paragraph[] = [
    ...opening.map((text, index) => ({
      ...paragraph,
      eid: `para_${index + 1}`,
      marker: `${index + 1}.`,
      text,
    })),
    { ...paragraph, eid: 'para_9', marker: '9.', text: 'The Working Group agreed:' },
    ...points.map((text, index): Paragraph => {
      const letter = String.fromCodePoint(97 + index)
      const eid = `para_9__point_${letter}`
      return { eid, kind: 'point', level: 2, label: null, marker: `(${letter})`, text }
    }),
  ]
  const annotation = { envelopes: [message], views: [], clauses: [], citations: [] }
  return { reading: { document, paragraphs }, annotation, envelope: 'para_9', facts: FACTS }
}
