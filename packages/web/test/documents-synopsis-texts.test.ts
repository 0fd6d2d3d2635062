import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readDocument } from '@vigil/core/documents'
import { describe, expect, test } from 'vitest'
import { readingTools } from '../../server/src/documents/lexicon.ts'
import { synopsisOf } from '../src/pages/document/compare/synopsis.ts'

const ROOT = join(import.meta.dirname, '../../..')
const TEXTS = resolve(ROOT, process.env['VIGIL_DATA'] ?? '../shared/data', 'un')
const FOLDERS = ['', 'resolutions', 'statements', 'letters', 'reports']

describe.skipIf(!existsSync(TEXTS))('original and reading of all texts at hand', () => {
  test.each(FOLDERS.flatMap(textsIn))('every repair of %s is marked on both sides', (path) => {
    const extracted = readFileSync(join(TEXTS, path), 'utf8')
    const { repairs, paragraphs } = readDocument(extracted, readingTools)
    const rows = synopsisOf({ extracted, repairList: repairs, paragraphList: paragraphs })
    const source = rows.map((row) =>
      row.source.map((line) => line.map(({ text }) => text).join('')),
    )
    expect(source.map((lines) => lines.join('\n')).join('')).toBe(extracted)
    const inSource = new Set(rows.flatMap((row) => row.source.flat().map(({ mark }) => mark)))
    const inText = new Set(rows.flatMap((row) => row.text.map(({ mark }) => mark)))
    const missing = repairs.flatMap((repair, index) => {
      const isSaid = inText.has(index) || repair.to === ''
      return inSource.has(index) && isSaid ? [] : [{ index, ...repair }]
    })
    expect(missing).toEqual([])
  })
})

function textsIn(folder: string): string[] {
  return readdirSync(join(TEXTS, folder))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name))
}
