import { frameBlock } from '../blocks.ts'
import type { DraftContext } from '../context.ts'
import { frame, type FrameKey } from '../frame.ts'
import type { Block, DraftPart } from '../model.ts'
import { isToSecretaryGeneral } from '../points.ts'
import { recipientBlocks, signatureBlocks, titleBlock } from './letter.ts'

const DISTRIBUTION = [
  'distribution',
  'circulated',
  'language',
  'original',
] as const satisfies FrameKey[]

/**
 * The President's letter that passes the Chair's on (un-documents.md 1.3): masthead, title, one
 * sentence, signature. It says "the language of this rendition" and the President's as the original.
 */
export function transmittalPart(context: DraftContext): DraftPart {
  const { letterSymbol } = context.facts
  const symbol = letterSymbol
    ? [{ text: letterSymbol, strong: false, blank: null, symbol: null }]
    : []
  const recipients = isToSecretaryGeneral(context.envelope)
    ? []
    : recipientBlocks(context, 'transmittal')
  return {
    kind: 'transmittal',
    blocks: [
      ...symbol.map((run) => frameBlock('transmittal__symbol', 'symbol', [run])),
      frameBlock('transmittal__organ', 'organ', frame(context, 'organ')),
      ...DISTRIBUTION.map((key) => distributionLine(context, key)),
      titleBlock(context, 'transmittal'),
      ...recipients,
      frameBlock('transmittal__body', 'body', frame(context, 'transmittal')),
      ...signatureBlocks(context, 'transmittal', 'president'),
    ],
  }
}

function distributionLine(context: DraftContext, key: (typeof DISTRIBUTION)[number]): Block {
  return frameBlock(`transmittal__${key}`, 'distribution', frame(context, key))
}
