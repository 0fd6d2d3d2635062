import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Paragraph } from '../../../src/documents/model.ts'
import { readStructure } from '../../../src/documents/structure/index.ts'
import { blocksOf } from './support.ts'

const VECTORS = join(import.meta.dirname, '../../../vectors/documents/structure')

const Vector = z.strictObject({
  name: z.string(),
  why: z.string().optional(),
  paragraphs: z.array(
    Paragraph.pick({ kind: true, label: true, level: true, eid: true })
      .extend({ lines: z.array(z.string()).min(1) })
      .strict(),
  ),
})

const NAMES = readdirSync(VECTORS).filter((file) => file.endsWith('.json'))

const FILES = NAMES.map((file) => ({
  file,
  vectors: z
    .array(Vector)
    .min(1)
    .parse(JSON.parse(readFileSync(join(VECTORS, file), 'utf8'))),
}))

describe.each(FILES)('$file', ({ vectors }) => {
  test.each(vectors)('$name', ({ paragraphs }) => {
    const read = readStructure(blocksOf(paragraphs.flatMap(({ lines }) => lines)))
    const seen = read.map(({ kind, label, level, eid, marker, text }) => ({
      lines: [marker, text].filter(Boolean).join(' '),
      kind,
      label,
      level,
      eid,
    }))
    expect(seen).toEqual(paragraphs.map((one) => ({ ...one, lines: one.lines.join(' ') })))
  })
})

test('a resolution in six languages has the same addresses in each', () => {
  const resolutions = FILES.find(({ file }) => file === 'resolutions.json')?.vectors ?? []
  const [english, ...others] = resolutions
    .slice(0, 6)
    .map(({ paragraphs }) => paragraphs.map(({ eid }) => eid))
  expect(others).toHaveLength(5)
  for (const eids of others) expect(eids).toEqual(english)
})
