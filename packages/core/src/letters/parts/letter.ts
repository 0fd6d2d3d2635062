import { frameBlock, sourceOf, words } from '../blocks.ts'
import type { DraftContext } from '../context.ts'
import { blank, frame, type FrameKey } from '../frame.ts'
import type { Block, DraftPart } from '../model.ts'
import { pointBlocks } from '../points.ts'
import { meetingRuns, readOpening } from '../rules/opening.ts'

/** The Chair's letter as it is annexed to the President's (un-documents.md 1.1 to 1.3). */
export function annexPart(context: DraftContext): DraftPart {
  const note = frameBlock('annex__original', 'note', frame(context, 'originalNote'))
  const heading = frameBlock('annex__heading', 'heading', frame(context, 'annex'))
  return { kind: 'annex', blocks: [heading, note, ...chairBlocks(context, 'annex')] }
}

/** A letter the Chair sends without the President; no such letter is known, the form is that of the annex. */
export function letterPart(context: DraftContext): DraftPart {
  const blocks = [
    frameBlock('letter__organ', 'organ', frame(context, 'organ')),
    titleBlock(context, 'letter'),
    ...recipientBlocks(context, 'letter'),
    ...chairBlocks(context, 'letter'),
  ]
  return { kind: 'letter', blocks }
}

/** "Letter dated … from … addressed to …". */
export function titleBlock(
  context: DraftContext,
  part: 'transmittal' | 'letter' | 'recommendation',
): Block {
  const { addresseeWords } = context.envelope
  const addressee = addresseeWords && context.grammar.toward(addresseeWords)
  return frameBlock(`${part}__title`, 'title', frame(context, `title.${part}`, { addressee }))
}

/** The persons a letter goes to, a line each for name, office and place. */
export function recipientBlocks(context: DraftContext, part: string): Block[] {
  const recipients = context.facts.recipients ?? []
  if (recipients.length === 0) {
    const runs = [blank(context, 'recipients', 'recipients')]
    return [frameBlock(`${part}__recipients`, 'recipient', runs)]
  }
  return recipients.flatMap(({ name, office, place }, index) => {
    const line = (field: 'Name' | 'Office' | 'Place', text: string | null | undefined) => {
      const path = `recipients.${index}.${field.toLowerCase()}`
      const run = text ? words(text) : blank(context, `recipient${field}`, path)
      const id = `${part}__recipient_${index + 1}_${field.toLowerCase()}`
      return frameBlock(id, 'recipient', [run])
    }
    return [line('Name', name), line('Office', office), line('Place', place)]
  })
}

/** The lines of a signature: who signed, in which office. */
export function signatureBlocks(
  context: DraftContext,
  part: string,
  who: 'president' | 'chair',
): Block[] {
  return [
    frameBlock(`${part}__signature`, 'signature', frame(context, `signed.${who}`)),
    frameBlock(`${part}__office`, 'office', frame(context, `office.${who}`)),
  ]
}

function chairBlocks(context: DraftContext, part: string): Block[] {
  return [
    ...openingBlocks(context, part),
    ...pointBlocks(context, context.envelope, 'infinitive'),
    ...signatureBlocks(context, part, 'chair'),
    frameBlock(`${part}__group`, 'group', frame(context, 'group')),
  ]
}

function openingBlocks(context: DraftContext, part: string): Block[] {
  const { meeting, basis } = readOpening(context)
  const told = meeting === null ? [] : [...meetingRuns(context, meeting), words(' ')]
  const key: FrameKey = basis === null ? 'entrusted.bare' : 'entrusted'
  const entrusted = frame(context, key, { basis: basis?.text ?? null })
  return [
    {
      ...frameBlock(`${part}__meeting`, 'body', [...told, ...frame(context, 'adoption')]),
      ...(meeting && sourceOf(context.annotation, meeting.eid)),
    },
    {
      ...frameBlock(`${part}__entrusted`, 'body', entrusted),
      ...(basis && sourceOf(context.annotation, basis.paragraph.eid)),
    },
  ]
}
