import type { Annotation, Clause } from '../annotation.ts'
import { readClausesAt, readOperativePart } from '../clauses/index.ts'
import type { Paragraph, Reading } from '../model.ts'
import type { ReadSpans } from './apply.ts'
import type { Span } from './model.ts'

type Read = Pick<Reading, 'document' | 'paragraphs'>

/**
 * A reader of the clauses that people cut. It goes by the same rules as the reading of the whole
 * (`annotation`, whose citations it takes); a paragraph in which that finds no clauses is read as
 * saying something to nobody.
 */
export function createSpanReader(reading: Read, annotation: Annotation): ReadSpans {
  let part: ReturnType<typeof readOperativePart> | undefined
  return (eid, spans) => {
    part ??= readOperativePart(reading, annotation.citations)
    const paragraph = reading.paragraphs.find((one) => one.eid === eid)
    const context = part.contexts.get(eid)
    const starts = spans.map(({ at }) => at)
    const read = paragraph && context ? readClausesAt(paragraph, starts, context) : []
    const cited = annotation.citations.flatMap(({ eid: place, ...citation }) =>
      place === eid ? [citation] : [],
    )
    return spans.map((span, index) => ({
      ...(read[index] ?? sayNothing(paragraph, span)),
      citations: cited.filter(({ at }) => at >= span.at && at < span.end),
    }))
  }
}

function sayNothing(paragraph: Paragraph | undefined, { at, end }: Span): Clause {
  return {
    eid: '',
    paragraph: paragraph?.eid ?? '',
    envelope: null,
    at,
    text: paragraph?.text.slice(at, end) ?? '',
    verb: null,
    lemma: null,
    kind: 'normative',
    strength: 1,
    addressees: [],
    addresseeWords: null,
    implementers: [],
    violations: [],
    themes: [],
    continuing: false,
    urgent: false,
    citations: [],
  }
}
