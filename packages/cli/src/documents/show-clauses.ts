import type { AddresseeCode, Clause, Envelope, Sender } from '@vigil/core/documents'
import { say } from '@vigil/core/i18n'
import type { Context } from '../frame/context.ts'
import { beside, type Place } from '../text/wrap.ts'

/** What one paragraph opens: how it travels, from whom, through whom, to whom. */
export function showEnvelope(
  { carrier, sender, via, addressees, addresseeWords }: Envelope,
  { language }: Context,
  place: Place,
): string[] {
  const nameSender = (code: Sender) => say(language, { area: 'clauses', key: `sender.${code}` })
  const way = [
    ...[sender, via].flatMap((code) => (code === null ? [] : [nameSender(code)])),
    addresseeWords ?? nameAddressees(addressees, language),
  ]
  const words = say(language, { area: 'clauses', key: `carrier.${carrier}` })
  return showUnder('=', `${words}: ${way.filter((step) => step !== '').join(' → ')}`, place)
}

/** One clause by its verb: what kind it is, and whom it speaks to. */
export function showClause(
  { verb, kind, addressees, addresseeWords }: Clause,
  { language }: Context,
  place: Place,
): string[] {
  const named = nameAddressees(addressees, language)
  const addressee = addresseeWords === null ? named : `${named} (${addresseeWords})`
  const parts = [
    verb === null ? '' : `“${verb}”`,
    say(language, { area: 'clauses', key: `clauseKind.${kind}` }),
    addressee,
  ]
  return showUnder('-', parts.filter((part) => part !== '').join(' · '), place)
}

/** Null means somebody who cannot be told; empty means nobody is spoken to. */
function nameAddressees(
  addressees: readonly AddresseeCode[] | null,
  language: Context['language'],
): string {
  const codes = addressees ?? (['unknown'] as const)
  return codes
    .map((code) => say(language, { area: 'clauses', key: `addressee.${code}` }))
    .join(', ')
}

function showUnder(sign: string, text: string, { indent, columns }: Place): string[] {
  const margin = ' '.repeat(indent)
  const lines = beside(sign, text, { indent: sign.length + 1, columns: columns - indent })
  return lines.map((line) => `${margin}${line}`)
}
