import { frameBlock, sourceOf, words } from '../blocks.ts'
import { findParagraph, type DraftContext } from '../context.ts'
import type { DraftPart } from '../model.ts'
import { pointBlocks } from '../points.ts'
import { titleBlock } from './letter.ts'

/** A recommendation to the Council: the words of the conclusions as they stand, under a title. */
export function recommendationPart(context: DraftContext): DraftPart {
  const { eid } = context.envelope
  const opening = words(findParagraph(context, eid)?.text ?? '')
  return {
    kind: 'recommendation',
    blocks: [
      titleBlock(context, 'recommendation'),
      { ...frameBlock(eid, 'body', [opening]), ...sourceOf(context.annotation, eid) },
      ...pointBlocks(context, context.envelope, 'as_written'),
    ],
  }
}
