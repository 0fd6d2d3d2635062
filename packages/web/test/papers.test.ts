import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SOURCES = join(import.meta.dirname, '../src')

/**
 * Every page that prints. Signed reports, minutes and certificates print the checkpoint of their moment
 * (`PaperCheckpoint`); of any other paper it is said here why it prints none.
 */
const PAPERS = {
  'pages/leaving/receipt.tsx': 'checkpoint',
  'pages/account/sheet.tsx': 'checkpoint',
  'pages/log/checkpoints/checkpoints-page.tsx': 'it is a paper of checkpoints itself',
  'pages/document/document-actions.tsx': 'a text of the United Nations, which nobody signs here',
  'pages/letters/letter-page.tsx': 'a draft: its Chair signs it elsewhere, in the words of then',
} as const satisfies Readonly<Record<string, string>>

function read(file: string): string {
  return readFileSync(join(SOURCES, file), 'utf8')
}

test('every page that prints is known, and no other', () => {
  const printing = globSync('**/*.{ts,tsx}', { cwd: SOURCES }).filter((file) =>
    /\b(?:window|globalThis)\.print\(|\bprint\(\)/.test(read(file)),
  )
  expect(printing.toSorted()).toEqual(Object.keys(PAPERS).toSorted())
})

test.each(Object.entries(PAPERS))('%s: %s', (file, why) => {
  const isPrinted = /<PaperCheckpoint\b/.test(read(file))
  expect(isPrinted).toBe(why === 'checkpoint')
  if (!isPrinted) expect(why.length).toBeGreaterThan(20)
})
