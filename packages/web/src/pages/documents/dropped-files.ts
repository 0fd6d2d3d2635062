/**
 * Every file that was dropped; folders are opened, and the folders in them. Must be called while the
 * drop is handled: afterwards the browser forgets what was dropped. Rejects where a folder cannot be read.
 */
export async function filesDropped(transfer: DataTransfer): Promise<File[]> {
  const dropped = [...transfer.items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const lists = await Promise.all(
    dropped.map(async ({ entry, file }) => {
      if (entry) return filesIn(entry)
      return file ? [file] : []
    }),
  )
  return lists.flat()
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry))
    return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))]
  if (!isFolder(entry)) return []
  const lists = await Promise.all((await entriesOf(entry)).map(filesIn))
  return lists.flat()
}

/** Browsers hand the entries of a folder out in portions; an empty one is the last. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (portion.length === 0) return entries.sort((a, b) => a.name.localeCompare(b.name))
    entries.push(...portion)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
