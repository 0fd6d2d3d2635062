import type { DocumentFile } from '@vigil/core/documents'
import { say } from '@vigil/core/i18n'
import type { Context } from '../frame/context.ts'
import { beside } from '../text/wrap.ts'
import { showClause, showEnvelope } from './show-clauses.ts'

const WIDEST_LABEL = 16

/**
 * A reading for people: what it is, then its paragraphs with their labels in a column; under each
 * what it does: the message it opens, its clauses or views.
 */
export function showReading(reading: DocumentFile, context: Context, columns: number): string[] {
  const { paragraphs, envelopes, clauses, views } = reading
  const labels = paragraphs.map(({ label, marker }) => label ?? marker ?? '')
  const widest = Math.min(WIDEST_LABEL, Math.max(0, ...labels.map((label) => label.length)))
  const place = { indent: widest + 2, columns }
  const spoken = Map.groupBy([...clauses, ...views], ({ paragraph }) => paragraph)
  const opened = new Map(envelopes.map((envelope) => [envelope.eid, envelope]))
  return [
    ...showHead(reading, context),
    ...paragraphs.flatMap(({ eid, text }, index) => {
      const envelope = opened.get(eid)
      return [
        '',
        ...beside(labels[index] ?? '', text, place),
        ...(envelope ? showEnvelope(envelope, context, place) : []),
        ...(spoken.get(eid) ?? []).flatMap((clause) => showClause(clause, context, place)),
      ]
    }),
  ]
}

function showHead(reading: DocumentFile, context: Context): string[] {
  const { document, repairs, paragraphs, envelopes, clauses, views } = reading
  const { symbol, kind, language } = document
  const known = say(context.language, { area: 'documents', key: `kind.${kind}` })
  const spoken =
    language === null
      ? context.say('read.languageUnknown')
      : say(context.language, { area: 'documents', key: `language.${language}` })
  const counts = { paragraphs: paragraphs.length, repairs: repairs.length }
  const directives = clauses.filter((clause) => clause.kind === 'directive').length
  const contents = {
    messages: envelopes.length,
    clauses: clauses.length,
    directives,
    views: views.length,
  }
  const holds = envelopes.length + clauses.length + views.length > 0
  return [
    symbol ?? context.say('read.noSymbol'),
    context.say('read.head', { kind: known, language: spoken, ...counts }),
    ...(holds ? [context.say('read.contents', contents)] : []),
  ]
}
