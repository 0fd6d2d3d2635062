/** Most pages of one document; longer ones are refused before their text is read. */
export const MAX_PAGES = 2000

/** Text of one page at the most, in UTF-16 units. */
export const CHARACTERS_A_PAGE = 4000

/** Most text of one document, in UTF-16 units: what fits the most pages, generously. */
export const MAX_CHARACTERS = MAX_PAGES * CHARACTERS_A_PAGE

/**
 * What one reading may cost: processor time in milliseconds, so much and so much more a page;
 * memory in bytes, so much and so many times the file's size more. The wall clock is given to
 * a worker that has yet to start, and so many times the processor time to one that reads.
 */
export const COST = {
  openMs: 2000,
  pageMs: 50,
  startMs: 60_000,
  wallFactor: 20,
  memory: 220 * 1024 * 1024,
  memoryPerByte: 3,
  /** What PDFium may take of it, besides so many times the file's size. */
  pdfMemory: 128 * 1024 * 1024,
  heapMegabytes: 250,
  watchMs: 20,
  /** After a larger file a worker is not kept for the next one. */
  keptBytes: 2 * 1024 * 1024,
} as const

/** What a zip archive (DOCX) may hold before anything in it is parsed. Sizes in bytes, unpacked. */
export const ARCHIVE = {
  entries: 2000,
  entryBytes: 40 * 1024 * 1024,
  totalBytes: 120 * 1024 * 1024,
  /** A part above `ratioFrom` bytes may not unpack to more than `ratio` times its packed size. */
  ratio: 100,
  ratioFrom: 1024 * 1024,
} as const

/** Deepest nesting of elements in DOCX parts and HTML. */
export const MAX_DEPTH = 512

/** Markup of one page at least, in bytes: what time a file without pages is given. */
export const BYTES_A_PAGE = 10_000
