import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Extracted } from '../../../src/documents/extract/extracted.ts'
import { readFile } from '../../../src/documents/reader/index.ts'

const ROOT = join(import.meta.dirname, '../../../../..')
/** The folder of the texts at hand. */
export const TEXTS = resolve(ROOT, process.env['VIGIL_DATA'] ?? '../shared/data', 'un')

/** Bytes of a fixture. */
export function fixture(name: string): Buffer {
  return readFileSync(join(ROOT, 'packages/server/test/fixtures/documents', name))
}

/** Whether the texts the fixtures were printed from are at hand. */
export const hasTexts = existsSync(TEXTS)

/** One of the texts at hand, as it came. */
export function sourceText(name: string): string {
  return readFileSync(join(TEXTS, name), 'utf8')
}

/** What the reader takes out of a file, without what it then reads in it. */
export async function extractFile(bytes: Uint8Array, name: string): Promise<Extracted> {
  const read = await readFile({ bytes, name })
  if (!read.ok) return read
  const { reading: _, ...extracted } = read
  return extracted
}

/** The text of a file that must be readable. */
export async function textOf(bytes: Uint8Array, name: string): Promise<string> {
  const extracted = await extractFile(bytes, name)
  if (!extracted.ok) throw new Error(`${name}: ${extracted.problem}`)
  return extracted.text
}

/** Paragraphs of an extracted text of a format whose paragraphs stand apart. */
export function paragraphs(text: string): string[] {
  return text.split('\n\n')
}
