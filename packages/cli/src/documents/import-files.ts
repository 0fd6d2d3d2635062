import type { ImportOptions } from '@vigil/contract/schemas'
import type { Db } from '@vigil/server/db/transaction.ts'
import { commandLineImporter } from '@vigil/server/documents/command-line.ts'
import { importFile } from '@vigil/server/documents/import.ts'
import { RequestRefused } from '@vigil/server/http/refuse.ts'
import type { UploadedFile } from '@vigil/server/files.ts'
import type { Context } from '../frame/context.ts'
import { readInput } from './input.ts'
import { sayProblem } from './problem.ts'
import type { FileReport } from './report.ts'

/** Brings in one file after the other and says what became of each; a refusal stops nothing. */
export async function* importFiles(
  db: Db,
  { files, options }: { files: readonly string[]; options: ImportOptions },
  context: Context,
): AsyncGenerator<FileReport> {
  for (const path of files) {
    const input = await readInput(path, context)
    yield input.ok
      ? await importOne(db, { path, file: input.file, options }, context)
      : { file: path, outcome: 'refused', problem: null, sentence: input.sentence }
  }
}

interface Import {
  readonly path: string
  readonly file: UploadedFile
  readonly options: ImportOptions
}

async function importOne(
  db: Db,
  { path, file, options }: Import,
  context: Context,
): Promise<FileReport> {
  try {
    const { answer } = await importFile(commandLineImporter(db, new Date()), file, options)
    const { document, language, outcome } = answer
    return { file: path, outcome, documentId: document.id, symbol: document.symbol, language }
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error
    const { code, details } = error
    if (code === 'document.sameFile') {
      return { file: path, outcome: 'held', documentId: details.documentId ?? null }
    }
    const sentence = sayProblem(context, { name: path, code, values: details.values ?? {} })
    return { file: path, outcome: 'refused', problem: code, sentence }
  }
}
