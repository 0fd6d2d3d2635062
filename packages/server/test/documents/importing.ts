import { ImportOptions } from '@vigil/contract/schemas'
import type { Db } from '../../src/db/transaction.ts'
import { commandLineImporter } from '../../src/documents/command-line.ts'
import { importFile } from '../../src/documents/import.ts'

/** Brings in a file as the command line does: without an account. */
export async function importBytes(
  db: Db,
  file: { name: string; bytes: Uint8Array },
  options: object = {},
) {
  const importer = commandLineImporter(db, new Date())
  const done = await importFile(importer, file, ImportOptions.parse(options))
  return done.answer
}
