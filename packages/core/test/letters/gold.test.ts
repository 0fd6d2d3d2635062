import { describe, expect, test } from 'vitest'
import { readingTools } from '../../../server/src/documents/lexicon.ts'
import {
  draftLetter,
  parseFacts,
  renderText,
  checkLetter,
  NO_CHOICES,
} from '../../src/letters/index.ts'
import { hasTexts, readText } from '../documents/normalise/support.ts'
import { blocksOf, readConclusions, textOf } from './support.ts'

/** The letter as it was sent: Markdown and link addresses taken away, the lost è put back, one kind of quotes. */
function readLetter(): string {
  return readText('letter-2024-01-29.txt')
    .replace(/^#+ /gm, '')
    .replace(/^---$/gm, '')
    .replace(/\*\*/g, '')
    .replace(/\[([^\]]*)\]\(#\)/g, '$1')
    .replace(/\\([()])/g, '$1')
    .replace('Rivire', 'Rivière')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function straight(text: string): string {
  return text.replace(/[‘’]/g, "'").trim()
}

describe.skipIf(!hasTexts)('the letter of 29 January 2024', () => {
  const conclusions = hasTexts
    ? readConclusions(readText('S-AC.51-2023-3.txt'), readingTools)
    : null
  const facts = hasTexts ? parseFacts(JSON.parse(readText('letter-facts.json'))) : null

  function draftFrom(leftOut: readonly string[] = []) {
    if (conclusions === null || !facts?.ok) throw new Error('The texts are not at hand')
    const choices = { ...NO_CHOICES, leftOut: [...leftOut] }
    const given = { ...conclusions, envelope: 'para_7', facts: facts.facts, choices }
    const result = draftLetter(given)
    if (!result.ok) throw new Error(result.problem)
    return result.draft
  }

  const paragraph = (eid: string) =>
    conclusions?.reading.paragraphs.find((found) => found.eid === eid)?.text ?? ''

  test('is drafted word for word from the conclusions and the facts', () => {
    expect(straight(renderText(draftFrom()))).toBe(straight(readLetter()))
  })

  test('needs nothing more and leaves nothing to look at', () => {
    const { missing, flags } = draftFrom()
    expect({ missing, flags }).toEqual({ missing: [], flags: [] })
  })

  test('points from every sentence to its paragraph and clauses', () => {
    const sources = blocksOf(draftFrom()).flatMap(({ source }) => source ?? [])
    expect(sources).toEqual([
      'para_1',
      'para_3',
      ...['a', 'b', 'c'].map((x) => `para_7__point_${x}`),
    ])
    const points = blocksOf(draftFrom()).filter(({ role }) => role === 'point')
    expect(points.map(({ clauses }) => clauses.length)).toEqual([2, 1, 1])
  })

  test('shows as sent what its scan lost, and nothing else', () => {
    const sent = readLetter().replace('Rivière', 'Rivire')
    const { rows } = checkLetter(sent.split('\n\n'), draftFrom())
    const changed = rows.filter(({ state }) => state !== 'same')
    expect(changed.map(({ block }) => block)).toEqual(['transmittal__signature'])
    expect(changed[0]?.words).toMatchObject([
      { change: 'same' },
      { change: 'removed', text: 'Rivière' },
      { change: 'added', text: 'Rivire' },
    ])
  })

  describe('every difference that was found by hand is made by its rule:', () => {
    const rows = hasTexts ? parseTable(readText('letter_transform_gold.csv')) : []

    test('there are the rows of the comparison', () => {
      expect(rows.length).toBeGreaterThanOrEqual(22)
    })

    const source = (place: string) => straight(sourceOf(place).map(paragraph).join(' '))
    const letter = () => straight(renderText(draftFrom()))

    test.each(rows.filter(({ rule }) => rule === 'D'))('$place, dropped: $shown', (row) => {
      const parts = wordsOf(row.from === 'whole paragraph' ? source(row.place) : row.from)
      expect(parts).not.toEqual([])
      for (const part of parts) expect(letter()).not.toContain(part)
    })

    test.each(rows.filter(({ rule }) => rule === 'R'))('$place, replaced: $shown', (row) => {
      expect(source(row.place)).toContain(straight(row.from))
      expect(letter()).toContain(straight(row.to))
      if (straight(row.from) !== straight(row.to)) {
        expect(letter()).not.toContain(straight(row.from))
      }
    })

    test.each(rows.filter(({ rule }) => rule === 'I'))('$place, inserted: $shown', (row) => {
      for (const part of wordsOf(row.to)) expect(letter()).toContain(part)
    })

    test.each(rows.filter(({ rule }) => rule === 'K'))('$place, kept: $shown', (row) => {
      for (const part of wordsOf(row.from)) {
        expect(source(row.place) || letter()).toContain(part)
        expect(letter()).toContain(part)
      }
      expect(
        letter()
          .match(/^\(\w\) .*[;.]$/gm)
          ?.map((line) => line.slice(0, 3) + line.at(-1)),
      ).toEqual(['(a);', '(b);', '(c).'])
    })

    test.each(rows.filter(({ rule }) => rule === 'O'))('$place, mended: $shown', (row) => {
      const runs = blocksOf(draftFrom()).flatMap((block) => block.runs)
      const mended = MENDED.find(([found]) => found.test(row.from + row.to))?.[1] ?? row.to
      expect(letter()).toContain(mended)
      expect(runs.filter(({ text }) => text === '1612 (2005)').map(({ symbol }) => symbol)).toEqual(
        ['S/RES/1612(2005)', 'S/RES/1612(2005)'],
      )
    })
  })

  test('sets repetition, letters and ends anew when a point is left out', () => {
    const draft = draftFrom(['para_7__point_b'])
    const points = blocksOf(draft).filter(({ role }) => role === 'point')
    expect(points.map(({ marker }) => marker)).toEqual(['(a)', '(b)'])
    expect(textOf(draft, 'para_7__point_a')).toMatch(/^Request you to continue .*;$/)
    expect(textOf(draft, 'para_7__point_c')).toMatch(/^Also request you to ensure .*\.$/)
    expect(draft.flags).toEqual([{ code: 'points_left_out', block: null }])
  })

  test.each(['para_4', 'para_6', 'para_8', 'para_9', 'para_10', 'para_11'])(
    'has sisters that say no word of their own: %s',
    (envelope) => {
      if (conclusions === null || !facts?.ok) throw new Error('The texts are not at hand')
      const result = draftLetter({ ...conclusions, envelope, facts: facts.facts })
      if (!result.ok) throw new Error(result.problem)
      const points = blocksOf(result.draft).filter(({ source }) => source?.includes('__point_'))
      const asked = conclusions.reading.paragraphs.filter(({ eid, kind }) => {
        const stem = envelope === 'para_4' ? /^para_[45]__/ : new RegExp(`^${envelope}__`)
        return kind === 'point' && stem.test(eid)
      })
      expect(points.map(({ source }) => source)).toEqual(asked.map(({ eid }) => eid))
      for (const { id, source } of points) {
        const words = paragraph(source ?? '').split(' ')
        const drafted = textOf(result.draft, id).split(' ')
        const differing = drafted.filter((word, at) => word !== words[at])
        expect(drafted).toHaveLength(words.length)
        expect(differing.length).toBeLessThanOrEqual(2)
      }
    },
  )
})

interface GoldRow {
  readonly place: string
  readonly rule: string
  readonly from: string
  readonly to: string
  readonly shown: string
}

function parseTable(table: string): GoldRow[] {
  const lines = table.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return lines.slice(1).map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,"]*))/g)]
    const [place = '', rule = '', from = '', to = ''] = cells.map(
      (cell) => cell[1] ?? cell[2] ?? '',
    )
    return { place, rule, from, to, shown: (from || to).slice(0, 60) }
  })
}

/** The paragraphs a row of the table speaks of. */
function sourceOf(place: string): string[] {
  const point = /^7\((\w)\)$/.exec(place)?.[1]
  if (point !== undefined) return [`para_7__point_${point}`]
  if (place === '7(a)-(c)') return []
  const number = /^para (\d)/.exec(place)?.[1]
  return number === undefined ? [] : [`para_${number}`]
}

/** Faults of the scan that the table describes in other words than those of the letter. */
const MENDED = [
  [/Rivi?re/, 'Nicolas de Rivière'],
  [/1612/, '1612 (2005)'],
] as const

/** The words of a cell, divided where it leaves something out or shows a line break. */
function wordsOf(cell: string): string[] {
  return straight(cell)
    .split(/\s*(?:\.\.\.| \/ )\s*/)
    .filter((part) => part !== '' && !part.startsWith('letters (a)'))
}
