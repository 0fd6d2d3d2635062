import { describe, expect, it } from 'vitest'
import { checkLetter } from '@vigil/core/letters'
import type { LetterBasis } from '../../src/letters/basis.ts'
import { readReturned } from '../../src/letters/check/returned.ts'
import { carry } from '../../src/letters/output/docx/carried.ts'
import { printDocx } from '../../src/letters/output/docx/docx.ts'
import { zip } from '../documents/extract/zip.ts'
import { CHOICES, draftOf, FACTS } from './drafting.ts'

const draft = draftOf('para_4')
const origin = { conclusions: 'a'.repeat(64), facts: FACTS, choices: CHOICES }
const basis: LetterBasis = { format: 'vigil-letter-basis/1', ...origin, draft }
const BODY =
  '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Words</w:t></w:r></w:p></w:body></w:document>'

/** A Word file of some other hand that carries this as data of its own. */
async function carried(content: string, name = 'customXml/item3.xml'): Promise<LetterBasis | null> {
  const bytes = zip([
    { name: 'word/document.xml', content: BODY },
    { name, content },
  ])
  const returned = await readReturned({ name: 'a.docx', bytes })
  if (!returned.ok) throw new Error(returned.problem)
  expect(returned.paragraphs).toEqual(['Words'])
  return returned.basis
}

const wrapped = (json: string) => `<basis xmlns="urn:vigil:letter-basis:1">${json}</basis>`

describe('a letter that came back', () => {
  it('tells what it was drafted from, and is compared word for word', async () => {
    const returned = await readReturned({ name: 'a.docx', bytes: await printDocx(draft, origin) })
    if (!returned.ok) throw new Error(returned.problem)
    expect(returned.basis).toEqual(basis)
    expect(checkLetter(returned.paragraphs, draft).same).toBe(true)
  })

  it('is read without a draft where it carries none', async () => {
    const returned = await readReturned({ name: 'a.docx', bytes: await printDocx(draft) })
    expect(returned).toMatchObject({ ok: true, basis: null })
  })

  it('shows each change of a person, whatever else a word processor repairs or renumbers', async () => {
    const changed = structuredClone(draft)
    const [, annex] = changed.parts
    const point = annex?.blocks.find(({ role }) => role === 'point')
    if (!annex || !point) throw new Error('no point')
    point.runs = [
      { text: 'Request you to w ell report;', strong: false, blank: null, symbol: null },
    ]
    annex.blocks = annex.blocks.filter(({ role }) => role !== 'note')
    const bytes = await printDocx(changed, origin)
    const returned = await readReturned({ name: 'a.docx', bytes })
    if (!returned.ok) throw new Error(returned.problem)
    const { rows, counts } = checkLetter(returned.paragraphs, draft)
    expect(counts).toMatchObject({ missing: 1, added: 0 })
    const added = rows.flatMap(({ words }) => words.filter(({ change }) => change === 'added'))
    expect(added.map(({ text }) => text).join(' ')).toContain('w ell')
  })
})

describe('what a file says of itself is believed only in its form', () => {
  const item = carry(basis)[0]?.data ?? ''

  it('under any number, as word processors write it', async () => {
    expect(
      await carried(
        item
          .replaceAll('"', '&quot;')
          .replaceAll('&quot;1.0&quot; encoding=&quot;UTF-8&quot;', '"1.0"')
          .replace(
            'xmlns=&quot;urn:vigil:letter-basis:1&quot;',
            'xmlns="urn:vigil:letter-basis:1"',
          ),
      ),
    ).toEqual(basis)
  })

  it.each([
    ['no JSON', wrapped('{')],
    ['nothing', wrapped('')],
    ['no basis', wrapped('{"format":"vigil-letter-basis/1"}')],
    ['another format', item.replace('vigil-letter-basis/1', 'vigil-letter-basis/2')],
    ['a draft of another shape', item.replace('"parts":[', '"parts":[7,')],
    ['a hash that is none', item.replace('a'.repeat(64), 'b')],
    ['other data', '<other xmlns="urn:other">{}</other>'],
    ['no XML', 'basis'],
    ['an entity', `<!DOCTYPE x [<!ENTITY a "b">]>${wrapped('&a;')}`],
    [
      'more than a letter can be',
      wrapped(Array.from({ length: 250_000 }, (_, index) => index).join(' ')),
    ],
    [
      'a name like one of its prototype',
      wrapped('{"__proto__":{"format":"vigil-letter-basis/1"}}'),
    ],
  ])('%s is nothing', async (_, content) => {
    expect(await carried(content)).toBeNull()
  })

  it('and never from another place in the file', async () => {
    expect(await carried(item, 'customXml/items/item1.xml')).toBeNull()
    expect(await carried(item, 'word/item1.xml')).toBeNull()
  })
})

it('a damaged letter is read or refused, and never more', async () => {
  const bytes = await printDocx(draft, origin)
  const rounds = process.env['VIGIL_TORTURE'] === '1' ? 5000 : 60
  const outcomes = new Set<string>()
  for (let round = 0; round < rounds; round += 1) {
    const damaged = Buffer.from(bytes)
    for (let hit = 0; hit < 1 + (round % 8); hit += 1) {
      // Spread over the whole file, the same in every run.
      const at = (round * 7919 + hit * 104_729) % damaged.length
      damaged.writeUInt8((damaged.readUInt8(at) + 1 + round) % 256, at)
    }
    const returned = await readReturned({ name: 'a.docx', bytes: damaged })
    outcomes.add(returned.ok ? 'read' : returned.problem)
    if (returned.ok) checkLetter(returned.paragraphs, returned.basis?.draft ?? draft)
  }
  expect([...outcomes].every((outcome) => outcome === 'read' || outcome.startsWith('file.'))).toBe(
    true,
  )
  expect(outcomes.size).toBeGreaterThan(1)
})
