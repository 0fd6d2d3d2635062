import type { CorrectionEffect } from '@vigil/core/documents'
import type { MessageKey } from '../../../i18n/catalogues.ts'
import { type Say, useSay } from '../../../i18n/use-say.ts'

type Field = CorrectionEffect['field']

/** Which part of the catalogue names the codes of a field; null where the values are words or yes and no. */
const PREFIX = {
  kind: 'clauseKind',
  lemma: 'verbClass',
  addressees: 'addressee',
  violations: 'violation',
  themes: 'theme',
  continuing: 'yesNo',
  urgent: 'yesNo',
  reviewed: 'yesNo',
  clauses: null,
} as const satisfies Record<Field, string | null>

interface CodesProps {
  readonly field: Field
  /** Null: not known. */
  readonly codes: readonly string[] | null
}

/** What a field says, in words. */
export function Codes({ field, codes }: CodesProps) {
  const say = useSay()
  return <>{codesInWords(field, codes, say)}</>
}

function codesInWords(field: Field, codes: readonly string[] | null, say: Say): string {
  if (codes === null) return say('addressee.unknown')
  if (codes.length === 0) return say('clause.nothing')
  const prefix = PREFIX[field]
  if (prefix === null) return codes.map((words) => `“${words}”`).join(' · ')
  return codes.map((code) => say(`${prefix}.${code}` as MessageKey)).join(', ')
}
