import type { MessageKey } from '../../../i18n/catalogues.ts'
import type { Say } from '../../../i18n/use-say.ts'

const RECIPIENT = /^recipients\.(?<index>\d+)\.(?<field>\w+)$/

/** A fact by its path, as the form calls it. */
export function nameFact(path: string, say: Say): string {
  const { index, field } = RECIPIENT.exec(path)?.groups ?? {}
  if (index !== undefined && field !== undefined) {
    const label = say(`fact.recipient.${field}` as MessageKey)
    return `${say('facts.recipient', { number: Number(index) + 1 })}: ${label}`
  }
  return say(`fact.${path}` as MessageKey)
}
