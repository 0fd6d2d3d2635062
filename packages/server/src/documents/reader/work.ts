import { parentPort } from 'node:worker_threads'
import { readDocument } from '@vigil/core/documents'
import { refuse } from '../extract/extracted.ts'
import { readingTools } from '../lexicon.ts'
import { findSymbolInProvenance } from '../provenance.ts'
import type { FileReading, Job, Message, Parser } from './job.ts'
import { toMilliseconds } from './meter.ts'

const say = (message: Message) => parentPort?.postMessage(message)
const sayPages = (pages: number) => say({ say: 'pages', pages })

parentPort?.on('message', (job: Job) => {
  read(job)
    .then((outcome) => say({ say: 'done', outcome }))
    .catch((error: unknown) => say({ say: 'broken', error }))
})

/** Each parser is loaded only when a file needs it, before the clock of the file starts. */
const PARSERS: Record<Job['kind'], () => Promise<Parser>> = {
  text: async () => (await import('../extract/text.ts')).extractText,
  pdf: async () => (await import('../extract/pdf/pdf.ts')).extractPdf,
  zip: async () => (await import('../extract/docx/docx.ts')).extractDocx,
  html: async () => (await import('../extract/html/html.ts')).extractHtml,
}

async function read({ kind, bytes, given }: Job): Promise<FileReading> {
  const extract = await PARSERS[kind]()
  say({ say: 'loaded', processorMs: toMilliseconds(process.threadCpuUsage()) })
  // Parsers throw on damaged input in more ways than can be listed.
  const extracted = await extract(bytes, sayPages).catch(() => refuse('file.damaged'))
  if (!extracted.ok) return extracted
  // The person who brings the file is believed first, then a header of the file.
  const symbol = given.symbol ?? findSymbolInProvenance(extracted.text)
  const known = { ...given, ...(symbol && { symbol }) }
  return { ...extracted, reading: readDocument(extracted.text, readingTools, known) }
}
