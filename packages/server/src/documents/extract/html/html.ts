import { Parser } from 'htmlparser2'
import { decodeText } from '../decode.ts'
import { type Extracted, type Refusal, accept, refuse } from '../extracted.ts'
import { BYTES_A_PAGE, MAX_DEPTH } from '../limits.ts'
import { finish, startState } from './state.ts'
import { close, hear, open } from './tags.ts'

const CHUNK = 65_536
const DECLARED = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,40})/i

/** Reads the text of a web page as it is shown without its style sheets and scripts. */
export async function extractHtml(
  bytes: Uint8Array,
  onPages: (pages: number) => void,
): Promise<Extracted> {
  onPages(Math.ceil(bytes.length / BYTES_A_PAGE))
  const source = decodeText(bytes, declaredEncoding(bytes))
  if (typeof source !== 'string') return source
  const text = textOf(source)
  return typeof text === 'string' ? accept('text/html', text) : text
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const declared = DECLARED.exec(head)?.[1]?.toLowerCase()
  // A page that declares UTF-8 and is not is read as what it is, where that can be told.
  return declared === 'utf-8' || declared === 'utf8' ? undefined : declared
}

function textOf(source: string): string | Refusal {
  const state = startState()
  let depth = 0
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth += 1
      open(state, name, attributes)
    },
    onclosetag: (name) => {
      depth -= 1
      close(state, name)
    },
    ontext: (text) => hear(state, text),
  })
  for (let at = 0; at < source.length; at += CHUNK) {
    parser.write(source.slice(at, at + CHUNK))
    if (depth > MAX_DEPTH) return refuse('file.bomb')
  }
  parser.end()
  return finish(state).join('\n\n')
}
