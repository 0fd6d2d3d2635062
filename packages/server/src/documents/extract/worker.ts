import { parentPort } from 'node:worker_threads'
import { type Extracted, refuse } from './extracted.ts'
import type { Job, Message, Parser } from './job.ts'

const say = (message: Message) => parentPort?.postMessage(message)
const sayPages = (pages: number) => say({ say: 'pages', pages })

parentPort?.on('message', (job: Job) => {
  read(job)
    // Parsers throw on damaged input in more ways than can be listed.
    .catch(() => refuse('file.damaged'))
    .then((outcome) => say({ say: 'done', outcome }))
    .catch(() => process.exit(1))
})

/** Each parser is loaded only when a file needs it, before the clock of the file starts. */
const PARSERS: Record<Job['kind'], () => Promise<Parser>> = {
  pdf: async () => (await import('./pdf/pdf.ts')).extractPdf,
  zip: async () => (await import('./docx/docx.ts')).extractDocx,
  html: async () => (await import('./html/html.ts')).extractHtml,
}

async function read({ kind, bytes }: Job): Promise<Extracted> {
  const extract = await PARSERS[kind]()
  say({ say: 'loaded' })
  return extract(bytes, sayPages)
}
