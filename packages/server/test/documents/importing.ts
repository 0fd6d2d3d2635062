import { ImportOptions } from '@vigil/contract/schemas'
import { auditedWrite } from '../../src/audit/audited-write.ts'
import type { Db } from '../../src/db/transaction.ts'
import { importFile } from '../../src/documents/import.ts'

/** Brings in a text as the command line does: without an account. */
export async function importText(db: Db, name: string, text: string, options: object = {}) {
  return importBytes(db, { name, bytes: new TextEncoder().encode(text) }, options)
}

export async function importBytes(
  db: Db,
  file: { name: string; bytes: Uint8Array },
  options: object = {},
) {
  const now = new Date()
  const circumstances = { at: now, actor: null, requestId: null }
  const write = auditedWrite(db, { ...circumstances, action: 'document.import' })
  const done = await importFile({ db, write, by: null, now }, file, ImportOptions.parse(options))
  return done.answer
}
