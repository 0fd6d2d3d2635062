import { expect, test } from 'vitest'
import type { Envelope } from '../../src/documents/annotation.ts'
import { addresseesOf } from '../../src/letters/addressees.ts'

function message(eid: string, more: Partial<Envelope>): Envelope {
  return {
    eid,
    carrier: 'letter',
    sender: 'chair_wg',
    via: null,
    addressees: null,
    ...more,
  } as Envelope
}

const ENVELOPES = [
  message('para_4', { carrier: 'public_statement', addressees: ['all_parties'] }),
  message('para_5', { carrier: 'public_statement', addressees: ['donors', 'all_parties'] }),
  message('para_6', { addressees: ['secretary_general'] }),
  message('para_7', {}),
]

test('a letter is for those whom its message names', () => {
  const letter = { envelope: 'para_6', kind: 'chair_letter' } as const
  expect(addresseesOf(letter, ENVELOPES)).toEqual(['secretary_general'])
})

test('a public statement is for all whom its messages speak to, each once', () => {
  const statement = { envelope: 'para_4', kind: 'statement' } as const
  expect(addresseesOf(statement, ENVELOPES)).toEqual(['all_parties', 'donors'])
})

test('where a message names nobody, nobody is made up', () => {
  const letter = { envelope: 'para_7', kind: 'chair_letter' } as const
  expect(addresseesOf(letter, ENVELOPES)).toBeNull()
  expect(addresseesOf({ ...letter, envelope: 'para_99' }, ENVELOPES)).toBeNull()
})
