import { type Extracted, type Refusal, accept, refuse } from '../extracted.ts'
import { BYTES_A_PAGE } from '../limits.ts'
import { noteMark } from '../marks.ts'
import { type Parts, unpack } from './archive.ts'
import { readBody } from './body.ts'
import { makeCounter, readNumbering } from './numbering.ts'
import type { Setting } from './state.ts'
import { readStyles } from './styles.ts'
import { type Attributes, readXml } from './xml.ts'

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * Reads the text of a Word document: running heads first, then the text with the labels of its
 * automatic lists, its notes behind it, what stands at the foot of its pages last. `onPages` is told
 * how many pages so much markup fills at most.
 */
export async function extractDocx(
  bytes: Uint8Array,
  onPages: (pages: number) => void,
): Promise<Extracted> {
  const parts = await unpack(bytes, (name) => name.endsWith('.xml') || name.endsWith('.rels'))
  if ('problem' in parts) return parts
  const main = findMain(parts)
  if (main === null) return refuse('file.unknownType')
  onPages(Math.ceil((parts.get(main)?.length ?? 0) / BYTES_A_PAGE))
  const text = readParts(parts, main)
  return typeof text === 'string' ? accept(MEDIA_TYPE, text) : text
}

/** Name of the part that holds the text, as the package's relations say; null in other archives. */
function findMain(parts: Parts): string | null {
  const usual = 'word/document.xml'
  const relations = parts.get('_rels/.rels')
  let main: string | null = null
  const open = (name: string, { Type = '', Target = '' }: Attributes) => {
    if (name === 'Relationship' && Type.endsWith('/officeDocument'))
      main = Target.replace(/^\//, '')
  }
  if (relations) readXml(relations, { open, close: () => undefined, text: () => undefined })
  return [main ?? usual, usual].find((name) => name.startsWith('word/') && parts.has(name)) ?? null
}

function readParts(parts: Parts, main: string): string | Refusal {
  const numbering = readNumbering(parts.get('word/numbering.xml'))
  if ('problem' in numbering) return numbering
  const styles = readStyles(parts.get('word/styles.xml'))
  if ('problem' in styles) return styles
  const setting: Setting = { numbering, styles, count: makeCounter(numbering), notes: [] }
  const sections = [
    readMargins(parts, setting, /^word\/header\d*\.xml$/),
    readText(parts, setting, main),
    readNotes(parts, setting),
    readMargins(parts, setting, /^word\/footer\d*\.xml$/),
  ]
  const blocks: string[] = []
  for (const section of sections) {
    if ('problem' in section) return section
    blocks.push(...section)
  }
  return blocks.join('\n\n')
}

function readText(parts: Parts, setting: Setting, name: string): string[] | Refusal {
  const part = parts.get(name)
  const body = part ? readBody(part, setting) : { blocks: [] }
  return 'problem' in body ? body : body.blocks
}

/** Heads or feet of all kinds of pages, each different one once; figures alone are page numbers. */
function readMargins(parts: Parts, setting: Setting, names: RegExp): string[] | Refusal {
  const blocks = new Set<string>()
  for (const name of [...parts.keys()].filter((key) => names.test(key)).sort()) {
    const text = readText(parts, setting, name)
    if ('problem' in text) return text
    for (const block of text) if (/\p{L}/u.test(block)) blocks.add(block)
  }
  return [...blocks]
}

/** Footnotes and endnotes in the order in which the text refers to them. */
function readNotes(parts: Parts, setting: Setting): string[] | Refusal {
  const notes = new Map<string, string[]>()
  for (const name of ['word/footnotes.xml', 'word/endnotes.xml']) {
    const part = parts.get(name)
    const body = part ? readBody(part, setting) : { notes: [] }
    if ('problem' in body) return body
    for (const [id, blocks] of body.notes) notes.set(id, blocks)
  }
  return setting.notes.flatMap((id, index) => {
    const [first = '', ...rest] = notes.get(id) ?? []
    return first === '' ? [] : [`${noteMark(index + 1)} ${first}`, ...rest]
  })
}
