import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { type Refusal, refuse } from '../extracted.ts'
import { MAX_DEPTH } from '../limits.ts'

/** Attributes by their names without prefix. */
export type Attributes = Readonly<Record<string, string | undefined>>

/** Hears the elements of a part in order; names are without prefix. */
export interface Listener {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(text: string): void
}

/** Word documents have no document type; what declares one wants its entities expanded. */
class Hostile extends Error {}

/** Reads a part of a Word document from front to back. Returns why it cannot be read, or null. */
export function readXml(part: Uint8Array, listener: Listener): Refusal | null {
  const parser = new SaxesParser({ xmlns: false })
  let depth = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Hostile()
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > MAX_DEPTH) throw new Hostile()
    listener.open(localName(name), withoutPrefixes(attributes))
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    listener.close(localName(name))
  })
  parser.on('text', (text) => listener.text(text))
  parser.on('cdata', (text) => listener.text(text))
  return finish(parser, part)
}

const CHUNK = 65_536

function finish(parser: SaxesParser<{ xmlns: false }>, part: Uint8Array): Refusal | null {
  try {
    const text = new TextDecoder(encodingOf(part), { fatal: true }).decode(part)
    for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK))
    parser.close()
    return null
  } catch (error) {
    return refuse(error instanceof Hostile ? 'file.bomb' : 'file.damaged')
  }
}

function encodingOf(part: Uint8Array): string {
  if (part[0] === 0xff && part[1] === 0xfe) return 'utf-16le'
  return part[0] === 0xfe && part[1] === 0xff ? 'utf-16be' : 'utf-8'
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function withoutPrefixes(attributes: SaxesTagPlain['attributes']): Attributes {
  const bare: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) bare[localName(name)] = value
  return bare
}
