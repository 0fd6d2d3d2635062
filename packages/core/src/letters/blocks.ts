import type { Annotation } from '../documents/annotation.ts'
import type { Block, Run } from './model.ts'

/** A run of plain words. */
export function words(text: string): Run {
  return { text, strong: false, blank: null, symbol: null }
}

/** The text of a block without its marker. */
export function blockText({ runs }: Pick<Block, 'runs'>): string {
  return runs.map(({ text }) => text).join('')
}

/** A block of the frame: it has no source, and nothing is to be chosen. */
export function frameBlock(id: string, role: Block['role'], runs: readonly Run[]): Block {
  return {
    id,
    role,
    level: 0,
    marker: null,
    runs: [...runs],
    source: null,
    clauses: [],
    alternatives: [],
    accepted: null,
    edited: null,
  }
}

/** What a block owes to a paragraph of the conclusions. */
export function sourceOf({ clauses }: Annotation, eid: string): Pick<Block, 'source' | 'clauses'> {
  return {
    source: eid,
    clauses: clauses.filter(({ paragraph }) => paragraph === eid).map((clause) => clause.eid),
  }
}
