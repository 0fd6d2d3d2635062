import { parentPort } from 'node:worker_threads'
import { type Extracted, refuse } from './extracted.ts'
import type { Job, Message } from './job.ts'

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
async function read({ kind, bytes }: Job): Promise<Extracted> {
  switch (kind) {
    case 'pdf': {
      const { extractPdf } = await import('./pdf/pdf.ts')
      say({ say: 'loaded' })
      return extractPdf(bytes, sayPages)
    }
    case 'zip': {
      const { extractDocx } = await import('./docx/docx.ts')
      say({ say: 'loaded' })
      return extractDocx(bytes)
    }
    case 'html': {
      const { extractHtml } = await import('./html/html.ts')
      say({ say: 'loaded' })
      return extractHtml(bytes)
    }
  }
}
