import { blockText } from '../blocks.ts'
import type { CheckRow, LetterCheck } from '../check-model.ts'
import type { Block, Draft } from '../model.ts'
import { matchUnits, movedBlocks, type Matches } from './match.ts'
import { comparable } from './tokens.ts'
import { unitsOf, type Unit } from './units.ts'
import { areSame, compareWords, onlyWords } from './words.ts'

/**
 * Compares a letter that came back (its paragraphs, in order, with or without list markers) with the
 * draft it was made from. Marks of quotation, dashes and blanks of print make no difference; facts
 * that stand where the draft had blanks are told apart from changes. Every paragraph of both is in
 * exactly one row. Pure; refuses nothing.
 */
export function checkLetter(paragraphs: readonly string[], draft: Draft): LetterCheck {
  const blocks = draft.parts.flatMap((part) => part.blocks)
  const known = new Set(blocks.map((block) => comparable(blockText(block))))
  const units = unitsOf(paragraphs, known)
  const matches = matchUnits(blocks, units)
  const rows = arrange(blocks, units, matches)
  return {
    format: 'vigil-letter-check/1',
    same: rows.every(({ state }) => state === 'same'),
    rows,
    counts: count(rows),
    filled: filledIn(rows),
    unfilled: unfilledIn(blocks, rows),
  }
}

function arrange(blocks: readonly Block[], units: readonly Unit[], matches: Matches): CheckRow[] {
  const moved = movedBlocks(matches)
  const owners = new Map([...matches].flatMap(([block, found]) => found.map((at) => [at, block])))
  const added = new Map<number, CheckRow[]>()
  let anchor = -1
  for (const [index, unit] of units.entries()) {
    const owner = owners.get(index)
    anchor = owner ?? anchor
    if (owner === undefined) added.set(anchor, [...(added.get(anchor) ?? []), addedRow(unit)])
  }
  const rows = blocks.map((block, index) => {
    const found = (matches.get(index) ?? []).flatMap((at) => units[at] ?? [])
    return blockRow(block, found, moved.has(index))
  })
  return [
    ...(added.get(-1) ?? []),
    ...rows.flatMap((row, index) => [row, ...(added.get(index) ?? [])]),
  ]
}

function blockRow(block: Block, found: readonly Unit[], moved: boolean): CheckRow {
  const { id, marker, source, clauses } = block
  const place = { moved, block: id, marker, source, clauses }
  const [first] = found
  if (first === undefined) {
    const words = onlyWords('removed', blockText(block))
    return { ...place, state: 'missing', moved: false, at: null, words }
  }
  const words = compareWords(block, found.map(({ text }) => text).join(' '))
  const kept = moved ? 'moved' : 'same'
  return { ...place, state: areSame(words) ? kept : 'changed', at: first.at, words }
}

function addedRow({ at, text }: Unit): CheckRow {
  const nothing = { moved: false, block: null, marker: null, source: null, clauses: [] }
  return { ...nothing, state: 'added', at, words: onlyWords('added', text) }
}

function count(rows: readonly CheckRow[]): LetterCheck['counts'] {
  const counts = { same: 0, changed: 0, missing: 0, added: 0, moved: 0 }
  for (const { state } of rows) counts[state] += 1
  return counts
}

/** Facts that stand where blanks were; one that was filled differently in two places comes twice. */
function filledIn(rows: readonly CheckRow[]): LetterCheck['filled'] {
  const found = rows.flatMap(({ words }) =>
    words.flatMap(({ change, blank, text }) =>
      change === 'filled' && blank !== null ? [{ fact: blank, text }] : [],
    ),
  )
  return [...new Map(found.map((fact) => [JSON.stringify(fact), fact])).values()]
}

/** Blanks of the draft that are still blanks in what came back. */
function unfilledIn(blocks: readonly Block[], rows: readonly CheckRow[]): string[] {
  const gone = new Set(rows.filter(({ state }) => state === 'missing').map(({ block }) => block))
  const open = blocks
    .filter(({ id }) => !gone.has(id))
    .flatMap(({ id, runs }) =>
      runs.flatMap(({ blank, text }) => (blank ? [{ id, blank, text }] : [])),
    )
  const still = open.filter(({ id, text }) => {
    const row = rows.find(({ block }) => block === id)
    return row?.words.some((part) => part.change === 'same' && part.text.includes(text)) ?? false
  })
  return [...new Set(still.map(({ blank }) => blank))]
}
