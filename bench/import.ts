/**
 * Bringing in all texts at hand, one after the other, each in a transaction of its own that reaches
 * the disk, against reading the same texts without a database: `node bench/import.ts`.
 */
import { ImportOptions } from '@vigil/contract/schemas'
import { commandLineImporter } from '@vigil/server/documents/command-line.ts'
import { importFile } from '@vigil/server/documents/import.ts'
import { readFile } from '@vigil/server/documents/reader/index.ts'
import { readTexts, time, withEmptyDatabase } from './support/corpus.ts'

const texts = readTexts()
const bytes = texts.reduce((sum, text) => sum + text.bytes.length, 0)
console.log(`${texts.length} texts, ${(bytes / 1e6).toFixed(1)} MB`)

/** Reads every text; the first time loads the dictionaries as well. */
async function readAll(): Promise<void> {
  for (const text of texts) await readFile(text)
}

await readAll()
const reading = await time(readAll)
console.log(`read only: ${(reading / texts.length).toFixed(1)} ms a document`)
await withEmptyDatabase(async (db) => {
  const options = ImportOptions.parse({})
  const importing = await time(async () => {
    for (const text of texts) await importFile(commandLineImporter(db, new Date()), text, options)
  })
  const each = (importing / texts.length).toFixed(1)
  console.log(`brought in: ${each} ms a document, ${(importing / reading).toFixed(2)} of reading`)
})
