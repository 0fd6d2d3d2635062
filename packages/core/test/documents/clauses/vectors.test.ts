import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readingTools } from '../../../../server/src/documents/lexicon.ts'
import { annotate } from '../../../src/documents/annotate.ts'
import { Clause, Envelope } from '../../../src/documents/annotation.ts'
import { DocumentKind, DocumentLanguage } from '../../../src/documents/model.ts'
import { readDocument } from '../../../src/documents/read.ts'

const VECTORS = join(import.meta.dirname, '../../../vectors/documents/clauses')

const ExpectedClause = z.strictObject({
  ...Clause.pick({ eid: true, text: true, verb: true, kind: true, strength: true }).shape,
  class: Clause.shape.lemma,
  asks: Clause.shape.addressees,
  violations: Clause.shape.violations.optional(),
  themes: Clause.shape.themes.optional(),
  implementers: Clause.shape.implementers.optional(),
  continuing: z.literal(true).optional(),
  urgent: z.literal(true).optional(),
})
const Message = z.strictObject({
  ...Envelope.pick({ eid: true, carrier: true, sender: true, via: true }).shape,
  to: Envelope.shape.addressees,
  words: Envelope.shape.addresseeWords,
})
const Vector = z.strictObject({
  name: z.string(),
  why: z.string(),
  kind: DocumentKind,
  language: DocumentLanguage,
  lines: z.array(z.string()).min(1),
  messages: z.array(Message).optional(),
  views: z.array(ExpectedClause).optional(),
  clauses: z.array(ExpectedClause),
})

const FILES = readdirSync(VECTORS).filter((file) => file.endsWith('.json'))

describe.each(FILES)('%s', (file) => {
  const vectors = z
    .array(Vector)
    .min(1)
    .parse(JSON.parse(readFileSync(join(VECTORS, file), 'utf8')))
  test.each(vectors)('$name', ({ lines, kind, language, ...expected }) => {
    const { envelopes, views, clauses } = annotate(
      readDocument(lines.join('\n\n'), readingTools, { kind, language }),
    )
    expect(envelopes.map(messageOf)).toEqual(expected.messages ?? [])
    expect(views.map(shown)).toEqual(expected.views ?? [])
    expect(clauses.map(shown)).toEqual(expected.clauses)
  })
})

function messageOf({ addressees, addresseeWords, ...rest }: Envelope): z.infer<typeof Message> {
  return { ...rest, to: addressees, words: addresseeWords }
}

/** A clause as vectors show it: what it does not have is left out. */
function shown(clause: Clause): z.infer<typeof ExpectedClause> {
  const { eid, text, verb, kind, strength, lemma, addressees } = clause
  const { violations, themes, implementers, continuing, urgent } = clause
  return {
    eid,
    text,
    verb,
    kind,
    strength,
    class: lemma,
    asks: addressees,
    ...(violations.length > 0 ? { violations } : {}),
    ...(themes.length > 0 ? { themes } : {}),
    ...(implementers.length > 0 ? { implementers } : {}),
    ...(continuing ? { continuing } : {}),
    ...(urgent ? { urgent } : {}),
  }
}
