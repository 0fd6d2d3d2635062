import { describe, expect, test } from 'vitest'
import type { AddresseeCode, Paragraph } from '../../src/documents/index.ts'
import {
  draftLetter,
  Draft,
  draftSchema,
  letterCheckSchema,
  letterFactsSchema,
  NO_CHOICES,
  prefillFacts,
  renderText,
  type LetterChoices,
  type LetterProblem,
  type LetterRequest,
} from '../../src/letters/index.ts'
import {
  ALDONIA,
  blocksOf,
  draftOf,
  FACTS,
  NO_FACTS,
  pointsOf,
  readConclusions,
  request,
  requestFor,
  textOf,
} from './support.ts'

function paragraphAt({ reading }: LetterRequest, index: number): Paragraph {
  const found = reading.paragraphs[index]
  if (found === undefined) throw new Error(`No paragraph ${index}`)
  return found
}

const codes = (draft: Draft) => draft.flags.map(({ code }) => code)

describe('what a message becomes', () => {
  test.each([
    ['para_4', 'statement', ['statement']],
    ['para_6', 'transmitted_letter', ['transmittal', 'annex']],
    ['para_7', 'transmitted_letter', ['transmittal', 'annex']],
    ['para_8', 'transmitted_letter', ['transmittal', 'annex']],
    ['para_9', 'recommendation', ['recommendation']],
    ['para_10', 'chair_letter', ['letter']],
  ])('%s becomes a %s', (envelope, kind, parts) => {
    const draft = draftOf(request(envelope))
    expect(draft.kind).toBe(kind)
    expect(draft.parts.map((part) => part.kind)).toEqual(parts)
    expect(Draft.parse(draft)).toEqual(draft)
  })

  test('only what has a specimen is not marked', () => {
    const marked = ['para_4', 'para_6', 'para_7', 'para_8', 'para_9', 'para_10'].filter(
      (envelope) => codes(draftOf(request(envelope))).includes('form_not_confirmed'),
    )
    expect(marked).toEqual(['para_6', 'para_8', 'para_9', 'para_10'])
  })

  test('both messages of a public statement go into one, whichever is asked for', () => {
    const { parts } = draftOf(request('para_5'))
    expect(parts).toEqual(draftOf(request('para_4')).parts)
    expect(renderText(draftOf(request('para_4')))).toBe(
      [
        'Public statement by the Chair of the Working Group on Children and Armed Conflict',
        'The Security Council Working Group on Children and Armed Conflict, in connection with the examination of the first report of the Secretary-General on children and armed conflict in Aldonia (S/2031/56), agreed to address the following messages through a public statement by the Chair of the Working Group:',
        'To all parties to armed conflict in Aldonia, including the Front of the Valley:',
        '• Strongly condemning all violations; and urging all parties to end them;',
        '• Calling upon the Front of the Valley to release all children.',
        'To community and religious leaders:',
        '• Emphasizing their important role;',
        '• Urging them to publicly condemn violations.\n',
      ].join('\n\n'),
    )
  })

  test('items below a point keep their words, whatever verb they open with', () => {
    expect(pointsOf(draftOf(request('para_10')))).toEqual([
      '(a) Encourage donors to provide funding in the following:',
      '(i) Providing release programmes;',
      '(ii) Highlighting the importance of risk education;',
      '(iii) Fully fund appeals for child protection;',
      '(b) Invite donors to keep the Working Group informed.',
    ])
  })

  test('a letter without a specimen names its recipients, name, office and place', () => {
    const text = renderText(draftOf(request('para_10')))
    expect(text).toContain('\n\nMs. Idun Falk\nHead of the Office\nNew York\n\n')
    expect(renderText(draftOf(request('para_7')))).not.toContain('Idun Falk')
  })

  test('the symbol of the letter stands above it where it is known', () => {
    const draft = draftOf(request('para_7', { facts: { ...FACTS, letterSymbol: 'S/2031/99' } }))
    expect(renderText(draft)).toMatch(/^S\/2031\/99\n\nSecurity Council\n\n/)
  })
})

test('several addressees of one letter are not spoken to', () => {
  const envelope = { addressees: ['government', 'donors'] as const satisfies AddresseeCode[] }
  const draft = draftOf(requestFor({ points: ['Urging the Government to act.'], envelope }))
  expect(draft.flags.map(({ code }) => code)).not.toContain('wording_not_proven')
})

test('words between the lists of a statement are headings, and each list ends for itself', () => {
  const points = ['Condemning A;', 'Urging B.', 'Urging C;', 'Urging D.']
  const asked = requestFor({ points, envelope: { carrier: 'public_statement' } })
  const between: Paragraph = {
    ...paragraphAt(asked, 1),
    eid: 'para_9__text_1',
    kind: 'continuation',
    level: 1,
    marker: null,
    text: 'To the Front of the Valley:',
  }
  const paragraphs = asked.reading.paragraphs.toSpliced(3, 0, between)
  const choices = { ...NO_CHOICES, leftOut: ['para_9__point_b', 'para_9__point_c'] }
  const draft = draftOf({ ...asked, reading: { ...asked.reading, paragraphs }, choices })
  expect(renderText(draft)).toMatch(
    /\n\n• Condemning A\.\n\nTo the Front of the Valley:\n\n• Urging D\.\n$/,
  )
})

describe('facts that are missing', () => {
  test('are listed in the order they are met and stand as blanks', () => {
    const draft = draftOf(request('para_7', { facts: NO_FACTS }))
    expect(draft.missing).toEqual([
      'circulatedOn',
      'president.originalLanguage',
      'president.signedOn',
      'chair.signedOn',
      'adoptedOn',
      'symbol',
      'president.name',
      'chair.originalLanguage',
      'stateSpeaker',
      'country',
      'chair.name',
    ])
    expect(textOf(draft, 'transmittal__title')).toBe(
      'Letter dated [date of the President’s letter] from the President of the Security Council addressed to the Secretary-General',
    )
    const blanks = blocksOf(draft).flatMap(({ runs }) => runs.flatMap(({ blank }) => blank ?? []))
    expect(new Set(blanks)).toEqual(new Set(draft.missing))
  })

  test.each([
    'country',
    'symbol',
    'adoptedOn',
    'stateSpeaker',
    'chair',
    'president',
    'circulatedOn',
  ])('%s alone leaves all other words in place', (field) => {
    const whole = renderText(draftOf(request('para_7')))
    const draft = draftOf(request('para_7', { facts: { ...FACTS, [field]: null } }))
    expect(draft.missing.every((path) => path.split('.')[0] === field)).toBe(true)
    expect(draft.missing).not.toEqual([])
    const frame = renderText(draft).split(/\[(?!Original)[^\]]*\]/)
    for (const piece of frame) expect(whole).toContain(piece)
  })

  test('a recipient of whom only the office is known has two blanks', () => {
    const facts = { ...FACTS, recipients: [{ office: 'President of the Bank' }] }
    const draft = draftOf(request('para_10', { facts }))
    expect(draft.missing).toEqual(['recipients.0.name', 'recipients.0.place'])
  })

  test('an addressee that the conclusions do not name is a blank', () => {
    const draft = draftOf(requestFor({ points: ['Urging peace.'], envelope: { addressees: null } }))
    expect(draft.missing).toContain('addressee')
  })

  test('what the conclusions tell is offered for a form, and nothing else', () => {
    const { reading } = readConclusions(ALDONIA)
    expect(prefillFacts(reading)).toEqual({
      format: 'vigil-letter-facts/1',
      country: 'Aldonia',
      symbol: null,
      adoptedOn: null,
    })
  })
})

describe('what a person chooses', () => {
  test('an alternative takes the place of the words and stays marked', () => {
    const accepted = [{ block: 'para_6__point_b', reason: 'your_body' as const }]
    const draft = draftOf(request('para_6', { choices: { accepted } }))
    expect(textOf(draft, 'para_6__point_b')).toBe('Encourage your Government to adopt a law;')
    const block = blocksOf(draft).find(({ id }) => id === 'para_6__point_b')
    expect(block).toMatchObject({ accepted: 'your_body', edited: null })
    expect(draft.flags).toContainEqual({ code: 'wording_not_proven', block: 'para_6__point_b' })
  })

  test('an edited block keeps what was drafted and where it comes from', () => {
    const edits = [{ block: 'para_7__point_b', text: 'Also request you to preserve the data;' }]
    const draft = draftOf(request('para_7', { choices: { edits } }))
    expect(blocksOf(draft).find(({ id }) => id === 'para_7__point_b')).toMatchObject({
      source: 'para_7__point_b',
      clauses: ['para_7__point_b__clause_1'],
      edited:
        'Also request you to ensure that data are preserved, in line with resolution 2601 (2021);',
    })
    expect(textOf(draft, 'para_7__point_b')).toBe('Also request you to preserve the data;')
  })

  test('an edit that says what was drafted is none', () => {
    const text = textOf(draftOf(request('para_7')), 'para_7__point_a')
    const edits = [{ block: 'para_7__point_a', text }]
    expect(draftOf(request('para_7', { choices: { edits } }))).toEqual(draftOf(request('para_7')))
  })

  test('an edit is one paragraph, whatever was typed', () => {
    const edits = [{ block: 'para_7__point_b', text: 'Also request you\r\nto preserve the data;' }]
    const draft = draftOf(request('para_7', { choices: { edits } }))
    expect(textOf(draft, 'para_7__point_b')).toBe('Also request you to preserve the data;')
  })

  test('an edit may fill a blank', () => {
    const edits = [{ block: 'transmittal__circulated', text: '4 June 2031' }]
    const draft = draftOf(request('para_7', { facts: NO_FACTS, choices: { edits } }))
    expect(draft.missing).not.toContain('circulatedOn')
  })

  test('items below are counted anew, and go with the point they stand below', () => {
    const one = draftOf(request('para_10', { choices: { leftOut: ['para_10__point_a__point_i'] } }))
    expect(pointsOf(one).slice(0, 3)).toEqual([
      '(a) Encourage donors to provide funding in the following:',
      '(i) Highlighting the importance of risk education;',
      '(ii) Fully fund appeals for child protection;',
    ])
    const all = draftOf(request('para_10', { choices: { leftOut: ['para_10__point_a'] } }))
    expect(pointsOf(all)).toEqual(['(a) Invite donors to keep the Working Group informed.'])
  })

  test('a choice for a point that is left out waits until it comes back', () => {
    const edits = [{ block: 'para_7__point_b', text: 'Mine;' }]
    const leftOut = ['para_7__point_b']
    expect(draftLetter(request('para_7', { choices: { edits, leftOut } }))).toMatchObject({
      ok: true,
    })
  })

  test('a message of a statement whose points are all left out has no heading either', () => {
    const leftOut = ['para_5__point_a', 'para_5__point_b']
    expect(renderText(draftOf(request('para_4', { choices: { leftOut } })))).not.toContain(
      'leaders',
    )
  })
})

const REFUSED: readonly {
  readonly why: string
  readonly envelope: string
  readonly choices?: Partial<LetterChoices>
  readonly problem: LetterProblem
  readonly values: Readonly<Record<string, string>>
}[] = [
  {
    why: 'a message that is not there',
    envelope: 'para_99',
    problem: 'letter.envelopeUnknown',
    values: { envelope: 'para_99' },
  },
  {
    why: 'a paragraph that is no message',
    envelope: 'para_1',
    problem: 'letter.envelopeUnknown',
    values: { envelope: 'para_1' },
  },
  {
    why: 'every point left out',
    envelope: 'para_8',
    choices: { leftOut: ['para_8__point_a'] },
    problem: 'letter.noPoints',
    values: { envelope: 'para_8' },
  },
  {
    why: 'words of another language',
    envelope: 'para_7',
    choices: { language: 'fr' },
    problem: 'letter.languageMissing',
    values: { language: 'fr', found: 'en' },
  },
  {
    why: 'leaving out a point that is not there',
    envelope: 'para_7',
    choices: { leftOut: ['para_7__point_z'] },
    problem: 'letter.blockUnknown',
    values: { block: 'para_7__point_z' },
  },
  {
    why: 'leaving out a point of another message',
    envelope: 'para_7',
    choices: { leftOut: ['para_8__point_a'] },
    problem: 'letter.blockUnknown',
    values: { block: 'para_8__point_a' },
  },
  {
    why: 'an edit of a block of another letter',
    envelope: 'para_7',
    choices: { edits: [{ block: 'para_8__point_a', text: 'x' }] },
    problem: 'letter.blockUnknown',
    values: { block: 'para_8__point_a' },
  },
  {
    why: 'an alternative that is not offered',
    envelope: 'para_7',
    choices: { accepted: [{ block: 'para_7__point_a', reason: 'your_body' }] },
    problem: 'letter.alternativeUnknown',
    values: { block: 'para_7__point_a' },
  },
]

test.each(REFUSED)('$why is refused', ({ envelope, choices = {}, problem, values }) => {
  expect(draftLetter(request(envelope, { choices }))).toEqual({ ok: false, problem, values })
})

describe('what a person is told to look at', () => {
  test('dates that do not follow each other', () => {
    const facts = { ...FACTS, circulatedOn: '2031-06-02' }
    expect(codes(draftOf(request('para_7', { facts })))).toEqual([
      'dates_out_of_order',
      'wording_not_proven',
    ])
  })

  test('conclusions whose opening is not the known one', () => {
    const draft = draftOf(requestFor({ points: ['Requesting the Secretary-General to act.'] }))
    expect(codes(draft)).toEqual(['opening_not_found'])
    expect(textOf(draft, 'annex__entrusted')).toBe(
      'In follow-up to the recommendations of the Working Group, I am entrusted, in my capacity as Chair of the Working Group, to:',
    )
  })

  test('conclusions in a language nobody knows', () => {
    const given = request('para_7')
    const document = { ...given.reading.document, language: null }
    const draft = draftOf({ ...given, reading: { ...given.reading, document } })
    expect(codes(draft)).toContain('language_missing')
  })
})

test('citations keep their words and know where they lead', () => {
  const runs = blocksOf(draftOf(request('para_7'))).flatMap((block) => block.runs)
  const links = new Set(runs.flatMap(({ text, symbol }) => (symbol ? [`${text} > ${symbol}`] : [])))
  expect(links).toContain('1612 (2005) > S/RES/1612(2005)')
  expect(links).toContain('S/2031/56 > S/2031/56')
  expect(links).toContain('S/AC.51/2031/1 > S/AC.51/2031/1')
})

test('each published format has a schema of its own name', () => {
  const schemas = [draftSchema(), letterCheckSchema(), letterFactsSchema()]
  expect(schemas).toMatchObject([
    { $id: 'vigil-letter-1.schema.json', type: 'object' },
    { $id: 'vigil-letter-check-1.schema.json', type: 'object' },
    { $id: 'vigil-letter-facts-1.schema.json', type: 'object' },
  ])
})
