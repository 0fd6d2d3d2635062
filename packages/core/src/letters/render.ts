import { blockText } from './blocks.ts'
import type { Block, BlockRole, Draft } from './model.ts'

/** Lines that belong together stand one below the other; all else is parted by a blank line. */
const LINES: readonly (readonly BlockRole[])[] = [
  ['distribution'],
  ['recipient'],
  ['signature', 'office'],
]

/**
 * A draft as plain text: all parts in order (the transmittal, a line `Annex`, the annexed letter),
 * one blank line between paragraphs, the lines of a masthead and of a signature without one, and a
 * line break at the end.
 */
export function renderText({ parts }: Draft): string {
  const blocks = parts.flatMap((part) => part.blocks)
  const lines = blocks.map((block, index) => {
    const next = blocks[index + 1]
    if (next === undefined) return `${lineOf(block)}\n`
    return `${lineOf(block)}${belongTogether(block, next) ? '\n' : '\n\n'}`
  })
  return lines.join('')
}

function lineOf(block: Block): string {
  return block.marker === null ? blockText(block) : `${block.marker} ${blockText(block)}`
}

function belongTogether(block: Block, next: Block): boolean {
  return LINES.some((roles) => roles.includes(block.role) && roles.includes(next.role))
}
