import { describe, expect, test } from 'vitest'
import { entryLeaf, hashLeaf, type LogEntry, LONGEST_ENTRY } from '../../src/log/index.ts'

const ENTRY: LogEntry = {
  id: '019c5e0c-8a00-7000-8000-000000000001',
  at: '2026-03-02T08:00:00.000Z',
  actor: '019c5e0c-8a00-7000-8000-000000000002',
  session: '019c5e0c-8a00-7000-8000-000000000003',
  action: 'letter.draft',
  object_type: 'letter',
  object_id: '019c5e0c-8a00-7000-8000-000000000004',
  purpose: null,
  class: null,
  policy_version: 2,
  decision: 'allowed',
  reason: null,
  request_id: '019c5e0c-8a00-7000-8000-000000000005',
  commitment: Uint8Array.from({ length: 32 }, (_, place) => 255 - 7 * place),
}

const BYTES =
  '{"action":"letter.draft","actor":"019c5e0c-8a00-7000-8000-000000000002","at":"2026-03-02T08:00:00.000Z","class":null,"commitment":"__jx6uPc1c7HwLmyq6Sdlo-IgXpzbGVeV1BJQjs0LSY","decision":"allowed","id":"019c5e0c-8a00-7000-8000-000000000001","object_id":"019c5e0c-8a00-7000-8000-000000000004","object_type":"letter","policy_version":2,"purpose":null,"reason":null,"request_id":"019c5e0c-8a00-7000-8000-000000000005","session":"019c5e0c-8a00-7000-8000-000000000003"}'

describe('an entry of the log', () => {
  test('has these bytes and this hash for ever', () => {
    expect(new TextDecoder().decode(entryLeaf(ENTRY))).toBe(BYTES)
    expect(Buffer.from(hashLeaf(entryLeaf(ENTRY))).toString('hex')).toBe(
      'aa54e88298fdb3dad23603d35c4458bcb741e96c43c497991a4379a66d2b02d5',
    )
  })

  test('has the same bytes however its members are ordered, and with columns that are not its own', () => {
    const row = { seq: '17', ...Object.fromEntries(Object.entries(ENTRY).reverse()) }
    expect(entryLeaf(row as unknown as LogEntry)).toEqual(entryLeaf(ENTRY))
  })

  test('is another one when any member is', () => {
    const leaves = Object.keys(ENTRY).map((name) => {
      const value = name === 'commitment' ? null : name === 'policy_version' ? 3 : 'other'
      return new TextDecoder().decode(entryLeaf({ ...ENTRY, [name]: value }))
    })
    expect(new Set([BYTES, ...leaves]).size).toBe(15)
  })

  test('of an act without actor, object and change is there all the same', () => {
    const names = ['actor', 'session', 'object_type', 'object_id', 'request_id', 'commitment']
    const bare = { ...ENTRY, ...Object.fromEntries(names.map((name) => [name, null])) }
    const text = new TextDecoder().decode(entryLeaf(bare))
    expect(text).toContain('"actor":null')
    expect(text).toContain('"commitment":null')
  })

  test('names for whom it was done, and has the bytes of old where it was for nobody', () => {
    const absent = '019c5e0c-8a00-7000-8000-000000000006'
    const leaf = new TextDecoder().decode(entryLeaf({ ...ENTRY, acting_for: absent }))
    expect(leaf).toBe(BYTES.replace('{"action"', `{"acting_for":"${absent}","action"`))
    expect(entryLeaf({ ...ENTRY, acting_for: null })).toEqual(entryLeaf(ENTRY))
  })

  test('fits a bundle', () => {
    expect(entryLeaf(ENTRY).length).toBeLessThan(LONGEST_ENTRY)
  })
})
