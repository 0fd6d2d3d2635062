import type { Paragraph } from '../../../src/documents/model.ts'
import type { Block } from '../../../src/documents/normalise/index.ts'

/** Blocks as a text with one paragraph a line gives them. */
export function blocksOf(lines: readonly string[]): Block[] {
  return lines.map((text) => ({ at: 0, text, indent: 0, gap: 1 }))
}

/** What the paragraphs say in all, markers included. */
export function wordsOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs.flatMap(({ marker, text }) => [marker, text].filter(Boolean)).join(' ')
}

/** What the blocks say in all. */
export function wordsOfBlocks(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join(' ')
}

/** How many runs a property takes: a few hundred, or many where everything is run in full size. */
export const RUNS = process.env['VIGIL_TORTURE'] === '1' ? 20_000 : 500

/** How long a property may take, in milliseconds, on a machine that is busy with other tests. */
export const RUN_MS = RUNS * 20 + 60_000

/** Prints a figure that a test measured. */
export function tell(figure: string): void {
  process.stdout.write(`Measured: ${figure}\n`)
}
