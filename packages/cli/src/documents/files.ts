import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** Endings of files that a folder is searched for; a file named by itself may have any. */
const DOCUMENT_ENDINGS = ['.txt', '.pdf', '.docx', '.html', '.htm']

/** Files to bring in, and those in folders that are no documents by their name. */
export interface Listing {
  readonly files: readonly string[]
  readonly leftOut: readonly string[]
}

/** The files named, and those in the folders named and below, in the order of their names. */
export async function listFiles(paths: readonly string[]): Promise<Listing> {
  const listings = await Promise.all(paths.map(listPath))
  return {
    files: listings.flatMap(({ files }) => files),
    leftOut: listings.flatMap(({ leftOut }) => leftOut),
  }
}

/** What cannot be looked at counts as a file: reading it will say why. */
async function listPath(path: string): Promise<Listing> {
  const found = await stat(path).catch(() => undefined)
  return found?.isDirectory() ? listFolder(path) : { files: [path], leftOut: [] }
}

async function listFolder(folder: string): Promise<Listing> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  return {
    files: paths.filter(isDocumentName),
    leftOut: paths.filter((path) => !isDocumentName(path)),
  }
}

function isDocumentName(path: string): boolean {
  return DOCUMENT_ENDINGS.includes(extname(path).toLowerCase())
}
