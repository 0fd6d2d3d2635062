import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readingTools } from '../../../../server/src/documents/lexicon.ts'
import { annotate } from '../../../src/documents/annotate.ts'
import { readDocument } from '../../../src/documents/read.ts'
import { hasTexts, readText } from '../normalise/support.ts'
import { compareClauses, f1, type Field } from './annotated/compare.ts'
import reasonsFile from './annotated/reasons.json' with { type: 'json' }
import { Reasons, reportOf } from './annotated/report.ts'

const REPORT = join(import.meta.dirname, '../../../../../docs/measures/mali-2023-clauses.md')

describe.skipIf(!hasTexts)('the conclusions on Mali, beside the annotation of one reader', () => {
  const reading = hasTexts ? readDocument(readText('S-AC.51-2023-3.txt'), readingTools) : null
  const annotation = reading && annotate(reading)
  const comparison = compareClauses(
    annotation?.clauses ?? [],
    hasTexts ? readText('mali_2023_directed_actions.csv') : '',
  )
  const differing = (...fields: Field[]) =>
    new Set(
      comparison.differences.filter(({ field }) => fields.includes(field)).map(({ eid }) => eid),
    ).size

  test('have the same 111 clauses with the same ids', () => {
    expect(comparison.read).toEqual(comparison.annotated)
    expect(comparison.read).toHaveLength(111)
  })

  test('have the same boundaries and kind in at least 105 clauses', () => {
    expect(111 - differing('boundaries', 'kind')).toBeGreaterThanOrEqual(105)
  })

  test('have the same addressees in at least 45 of the 50 directives', () => {
    expect(comparison.directives).toBe(50)
    expect(50 - differing('addressees')).toBeGreaterThanOrEqual(45)
  })

  test('reach F1 0.9 for violations and 0.8 for themes', () => {
    expect(f1(comparison.violations)).toBeGreaterThanOrEqual(0.9)
    expect(f1(comparison.themes)).toBeGreaterThanOrEqual(0.8)
  })

  test('differ nowhere without a reason, and no reason is left over', async () => {
    const reasons = Reasons.parse(reasonsFile)
    const key = ({ eid, field }: { eid: string; field: Field }) => `${eid} ${field}`
    expect(reasons.map(key)).toEqual(comparison.differences.map(key))
    await expect(reportOf(comparison, reasons)).toMatchFileSnapshot(REPORT)
  })

  test('say who sends what to whom', () => {
    expect(
      annotation?.envelopes.map(({ eid, carrier, sender, via, addressees }) =>
        [eid, carrier, sender, via, addressees?.join(' ')].join(', '),
      ),
    ).toEqual([
      'para_4, public_statement, chair, , all_parties',
      'para_5, public_statement, chair, , community_leaders',
      'para_6, letter, president_sc, , government',
      'para_7, letter, president_sc, , secretary_general',
      'para_8, letter, chair, president_sc, regional_organisation',
      'para_9, letter, president_sc, , sanctions_committee',
      'para_10, recommendation, working_group, , security_council',
      'para_11, letter, chair, , donors',
    ])
  })

  test('have views of the members in their summary, outside the clauses', () => {
    const views = annotation?.views ?? []
    expect(views.map(({ eid }) => eid).slice(0, 3)).toEqual([
      'para_2__view_1',
      'para_2__view_2',
      'para_2__view_3',
    ])
    const asks = views.filter(({ kind }) => kind === 'directive')
    expect(asks.map(({ lemma, addressees }) => [lemma, addressees])).toEqual([
      ['encourage', ['government']],
      ['urge', ['all_parties']],
      ['call', ['government']],
    ])
  })

  test('say the same in the letter that was made of paragraph 7', () => {
    const letter = readDocument(readText('letter-2024-01-29.txt'), readingTools)
    const read = annotate(letter)
    expect(read.envelopes).toEqual([
      {
        eid: 'annex_1__text_2',
        carrier: 'letter',
        sender: 'chair',
        via: 'president_sc',
        addressees: ['secretary_general'],
        addresseeWords: 'the Secretary-General',
      },
    ])
    const said = (clauses: typeof read.clauses) =>
      clauses.map(({ lemma, kind, strength, addressees, violations, themes, continuing }) => ({
        lemma,
        kind,
        strength,
        addressees,
        violations,
        themes,
        continuing,
      }))
    const point = annotation?.clauses.filter(({ envelope }) => envelope === 'para_7') ?? []
    expect(said(read.clauses)).toEqual(said(point))
  })
})
