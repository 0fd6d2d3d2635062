import type { Envelope } from '../../documents/annotation.ts'
import { blockText, frameBlock, sourceOf } from '../blocks.ts'
import { messagesOf, type DraftContext } from '../context.ts'
import { frame } from '../frame.ts'
import type { Block, DraftPart } from '../model.ts'
import { pointBlocks } from '../points.ts'
import { readOpening } from '../rules/opening.ts'

const BULLET = '•'

/**
 * The public statement (un-documents.md 1.4): all messages of the document that travel by it, each
 * under "To …:"; letters become bullets, participles stay.
 */
export function statementPart(context: DraftContext): DraftPart {
  const { report } = readOpening(context)
  const key = report === null ? 'statement.bare' : 'statement'
  const examined = report === null ? null : context.grammar.of(report)
  const blocks = [
    frameBlock('statement__title', 'title', frame(context, 'title.statement')),
    frameBlock('statement__opening', 'body', frame(context, key, { report: examined })),
    ...messagesOf(context, 'statement').flatMap((envelope) => messageBlocks(context, envelope)),
  ]
  return { kind: 'statement', blocks }
}

function messageBlocks(context: DraftContext, envelope: Envelope): Block[] {
  const points = pointBlocks(context, envelope, 'as_written').map(bulleted)
  if (points.length === 0) return []
  const { eid, addresseeWords } = envelope
  const addressee = addresseeWords && context.grammar.of(addresseeWords)
  const heading = frameBlock(eid, 'heading', frame(context, 'statement.to', { addressee }))
  return [{ ...heading, ...sourceOf(context.annotation, eid) }, ...points]
}

/** Words between lists that end in a colon are headings of their own, as in "To the Front of the Valley:". */
function bulleted(block: Block): Block {
  if (block.role === 'point') return { ...block, role: 'item', marker: BULLET }
  return blockText(block).endsWith(':') ? { ...block, role: 'heading', level: 0 } : block
}
