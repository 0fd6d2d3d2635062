/**
 * Why something is not taken for what it says it is; `values` of the refusal name what was found. The
 * sentences stand in the catalogue `log.json` under the same codes.
 *
 * - `note.tooLong`: more than a million characters
 * - `note.characters`: control characters other than the end of a line, or half a character
 * - `note.noSignatures`: no empty line with signatures after it
 * - `note.tooManySignatures` {found}: more than 100
 * - `note.badSignatureLine` {line}: a line among the signatures is none
 * - `note.invalidSignature` {name}: a key that is known did not sign this
 * - `note.unknownKeys`: no key that is known signed this
 * - `key.malformed`: not the text of a key
 * - `key.unknownKind`: not a key for Ed25519 signatures
 * - `key.wrongId` {name}: the key and the id before it do not belong together
 * - `checkpoint.malformed`: not three lines or more, an empty one among them, or 100,000 characters
 * - `checkpoint.badSize` {found}: the number of entries is not a whole number without leading zeros
 * - `checkpoint.badRoot` {found}: the root is not 32 bytes in Base64
 * - `checkpoint.otherLog` {origin, found}: it speaks of another log
 * - `bundle.badLength`: the entries do not fill the file
 * - `logProof.malformed`: not a `.tlog-proof`
 * - `logProof.badIndex` {found}: the number of the entry is not a whole number without leading zeros
 * - `logProof.badHash` {line}: a line of the path is not 32 bytes in Base64
 * - `proof.outOfRange`: there is no such entry or no such earlier size in a log of that size
 * - `proof.emptyTree`: an empty log says nothing about a later one
 * - `proof.badHash`: a hash of the proof, or of the entry, is not 32 bytes
 * - `proof.badLength`: the proof has too few or too many hashes
 * - `proof.wrongRoot`: the proof leads to another root
 * - `typed.badSign` {found, group}: a sign that no printed checkpoint has
 * - `typed.badLength` {found}: too few or too many signs
 * - `typed.wrong`: the check at the end does not fit: mistyped, or printed by another log
 */
export type LogProblem =
  | 'note.tooLong'
  | 'note.characters'
  | 'note.noSignatures'
  | 'note.tooManySignatures'
  | 'note.badSignatureLine'
  | 'note.invalidSignature'
  | 'note.unknownKeys'
  | 'key.malformed'
  | 'key.unknownKind'
  | 'key.wrongId'
  | 'checkpoint.malformed'
  | 'checkpoint.badSize'
  | 'checkpoint.badRoot'
  | 'checkpoint.otherLog'
  | 'bundle.badLength'
  | 'logProof.malformed'
  | 'logProof.badIndex'
  | 'logProof.badHash'
  | 'proof.outOfRange'
  | 'proof.emptyTree'
  | 'proof.badHash'
  | 'proof.badLength'
  | 'proof.wrongRoot'
  | 'typed.badSign'
  | 'typed.badLength'
  | 'typed.wrong'

/** One refusal: its code and what its sentence names. */
export interface LogRefusal {
  readonly ok: false
  readonly problem: LogProblem
  readonly values: Readonly<Record<string, string>>
}

/** What was asked for, or why it is refused. */
export type Answer<T> = { readonly ok: true; readonly value: T } | LogRefusal

const LONGEST_VALUE = 80

/** A refusal. What was found is cut where it is long: it may be anything. */
export function refuse(problem: LogProblem, values: LogRefusal['values'] = {}): LogRefusal {
  const shown = Object.entries(values).map(([name, value]) => [name, shorten(value)])
  return { ok: false, problem, values: Object.fromEntries(shown) }
}

function shorten(value: string): string {
  const cut = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value
  return cut.toWellFormed()
}

export function answer<T>(value: T): Answer<T> {
  return { ok: true, value }
}
