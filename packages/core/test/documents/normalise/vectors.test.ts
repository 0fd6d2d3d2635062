import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readingTools } from '../../../../server/src/documents/lexicon.ts'
import { DocumentLanguage, RepairRule } from '../../../src/documents/model.ts'
import { normalise } from '../../../src/documents/normalise/index.ts'
import { rebuild } from './support.ts'

const VECTORS = join(import.meta.dirname, '../../../vectors/documents/normalise')

/** What a file of vectors holds: texts by their lines, and what must come out of them. */
const VectorFile = z.strictObject({
  about: z.string(),
  cases: z.array(
    z.strictObject({
      name: z.string(),
      language: DocumentLanguage.default('en'),
      source: z.array(z.string()),
      blocks: z.array(z.string()),
      rules: z.array(RepairRule),
    }),
  ),
})

describe.each(readdirSync(VECTORS))('%s', (file) => {
  const { cases } = VectorFile.parse(JSON.parse(readFileSync(join(VECTORS, file), 'utf8')))

  test.each(cases)('$name', ({ source, language, blocks, rules }) => {
    const text = source.join('\n')
    const read = normalise(text, readingTools, language)
    expect(read.blocks.map((block) => block.text)).toEqual(blocks)
    expect(read.repairs.map(({ rule }) => rule)).toEqual(rules)
    expect(rebuild(text, read)).toEqual(['', ...blocks])
  })
})
