import { parentPort } from 'node:worker_threads'
import { readDocument } from '@vigil/core/documents/read'
import { countCharacters } from '../../clauses/count-characters.ts'
import type { ClauseJob, ClauseReading } from '../../clauses/job.ts'
import { refuse } from '../extract/extracted.ts'
import { CHARACTERS_A_PAGE } from '../extract/limits.ts'
import { readingTools } from '../lexicon.ts'
import { findSymbolInProvenance } from '../provenance.ts'
import type { FileJob, FileReading, Job, Message, Parser } from './job.ts'
import { toMilliseconds } from './meter.ts'

const say = (message: Message) => parentPort?.postMessage(message)
const sayPages = (pages: number) => say({ say: 'pages', pages })
const sayLoaded = () =>
  say({ say: 'loaded', processorMs: toMilliseconds(process.threadCpuUsage()) })

parentPort?.on('message', (job: Job) => {
  read(job)
    .then((outcome) => say({ say: 'done', outcome }))
    .catch((error: unknown) => say({ say: 'broken', error }))
})

/** Each parser is loaded only when a file needs it, before the clock of the file starts. */
const PARSERS: Record<FileJob['kind'], () => Promise<Parser>> = {
  text: async () => (await import('../extract/text.ts')).extractText,
  pdf: async () => (await import('../extract/pdf/pdf.ts')).extractPdf,
  zip: async () => (await import('../extract/docx/docx.ts')).extractDocx,
  html: async () => (await import('../extract/html/html.ts')).extractHtml,
}

async function read(job: Job): Promise<FileReading | ClauseReading> {
  return job.kind === 'clauses' ? readClauses(job) : readFile(job)
}

async function readFile({ kind, bytes, given }: FileJob): Promise<FileReading> {
  const extract = await PARSERS[kind]()
  sayLoaded()
  // Parsers throw on damaged input in more ways than can be listed.
  const extracted = await extract(bytes, sayPages).catch(() => refuse('file.damaged'))
  if (!extracted.ok) return extracted
  // The person who brings the file is believed first, then a header of the file.
  const symbol = given.symbol ?? findSymbolInProvenance(extracted.text)
  const known = { ...given, ...(symbol && { symbol }) }
  return { ...extracted, reading: readDocument(extracted.text, readingTools, known) }
}

async function readClauses(job: ClauseJob): Promise<ClauseReading> {
  const { readClauseJob } = await import('../../clauses/work.ts')
  sayLoaded()
  sayPages(countCharacters(job.text.paragraphs) / CHARACTERS_A_PAGE)
  return readClauseJob(job)
}
