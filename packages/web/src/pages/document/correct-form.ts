import type { DocumentDates, DocumentKind } from '@vigil/core/documents'
import type { Document, DocumentCorrection } from '@vigil/contract/schemas'
import type { DateName } from '../documents/parts/names.ts'

/** What stands in the fields of the dialog; an empty field is an unknown value. */
export interface CorrectionFields {
  readonly symbol: string
  readonly kind: DocumentKind
  readonly title: string
  readonly dates: Readonly<Record<DateName, string>>
}

/** The fields as the document is now. */
export function fieldsOf({ symbol, kind, title, dates }: Document): CorrectionFields {
  return {
    symbol: symbol ?? '',
    kind,
    title: title ?? '',
    dates: {
      meeting: dates.meeting ?? '',
      adopted: dates.adopted ?? '',
      signed: dates.signed ?? '',
      circulated: dates.circulated ?? '',
    },
  }
}

/** Only what differs from the document; null where nothing does. */
export function correctionOf(
  document: Document,
  fields: CorrectionFields,
): DocumentCorrection | null {
  const symbol = orNull(fields.symbol)
  const title = orNull(fields.title)
  const dates: DocumentDates = {
    meeting: orNull(fields.dates.meeting),
    adopted: orNull(fields.dates.adopted),
    signed: orNull(fields.dates.signed),
    circulated: orNull(fields.dates.circulated),
  }
  const hasOtherDates = DATE_NAMES.some((name) => dates[name] !== document.dates[name])
  const correction: DocumentCorrection = {
    ...(symbol === document.symbol ? {} : { symbol }),
    ...(fields.kind === document.kind ? {} : { kind: fields.kind }),
    ...(title === document.title ? {} : { title }),
    ...(hasOtherDates ? { dates } : {}),
  }
  return Object.keys(correction).length === 0 ? null : correction
}

/** The dates of a document in the order in which they come about. */
export const DATE_NAMES = [
  'meeting',
  'adopted',
  'signed',
  'circulated',
] as const satisfies readonly DateName[]

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
