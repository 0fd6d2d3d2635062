/** Who signs, and for whom where it is as officer in charge; names as they are printed. */
export interface Signatory {
  readonly name: string
  readonly for: string | null
}

/** The message of `taskforce.json` that prints a signature; an officer in charge signs “for”. */
export function signatureLine(signatory: Signatory): {
  readonly key: 'signature.own' | 'signature.for'
  readonly values: Readonly<Record<string, string>>
} {
  const { name, for: absent } = signatory
  if (absent === null) return { key: 'signature.own', values: { name } }
  return { key: 'signature.for', values: { name, absent } }
}
