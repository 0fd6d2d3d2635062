import { bytesToHex, concatBytes } from '@noble/hashes/utils.js'
import { findBase64, toBase64 } from './base64.ts'
import { idBytes, isKeyName, KEY_ID_BYTES, type KeyName } from './key.ts'
import { type Answer, answer, refuse } from './problem.ts'

/** One signature below a note, by a key that may be known or not. */
export interface NoteSignature extends KeyName {
  readonly signature: Uint8Array
}

/** A text with signatures (C2SP signed-note). */
export interface Note {
  /** With the end of its last line. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

const LONGEST_NOTE = 1_000_000
const MOST_SIGNATURES = 100

/** Anything but ends of lines and what is not a control character of ASCII. */
const CONTROL = /[^\n\u0020-\u{10ffff}]/u
const SIGNATURE = /^\u2014 ([^ ]+) ([^ ]+)$/u

/**
 * A note as it is kept and sent (C2SP signed-note, "Format"). Throws a TypeError where the text or a name
 * has no such form, or there is no signature.
 */
export function formatNote({ text, signatures }: Note): string {
  const lines = signatures.map((one) => {
    const bytes = concatBytes(idBytes(one), one.signature)
    return `\u2014 ${one.name} ${toBase64(bytes)}\n`
  })
  const written = `${text}\n${lines.join('')}`
  if (!text.endsWith('\n') || !parseNote(written).ok) throw new TypeError('this makes no note')
  return written
}

/**
 * Reads a note and checks no signature: until one was checked, the text is nobody's. Refuses with
 * `note.…`. Whoever decodes bytes must refuse those that are not UTF-8 and keep a byte order mark.
 */
export function parseNote(written: string): Answer<Note> {
  if (written.length > LONGEST_NOTE) return refuse('note.tooLong')
  if (CONTROL.test(written) || !written.isWellFormed()) return refuse('note.characters')
  const textEnd = written.lastIndexOf('\n\n') + 1
  const below = written.slice(textEnd + 1)
  if (textEnd === 0 || !below.endsWith('\n')) return refuse('note.noSignatures')
  const lines = below.slice(0, -1).split('\n')
  if (lines.length > MOST_SIGNATURES) {
    return refuse('note.tooManySignatures', { found: String(lines.length) })
  }
  const signatures = lines.map(findSignature)
  const bad = signatures.indexOf(undefined)
  if (bad >= 0) return refuse('note.badSignatureLine', { line: String(bad + 1) })
  return answer({
    text: written.slice(0, textEnd),
    signatures: signatures.filter((one) => one !== undefined),
  })
}

function findSignature(line: string): NoteSignature | undefined {
  const [, name = '', written = ''] = SIGNATURE.exec(line) ?? []
  const bytes = findBase64(written)
  if (!isKeyName(name) || bytes === undefined || bytes.length <= KEY_ID_BYTES) return undefined
  const id = bytesToHex(bytes.subarray(0, KEY_ID_BYTES))
  return { name, id, signature: bytes.subarray(KEY_ID_BYTES) }
}
