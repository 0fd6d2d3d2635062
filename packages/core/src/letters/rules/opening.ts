import type { Paragraph } from '../../documents/model.ts'
import { words } from '../blocks.ts'
import { openingParagraphs, type DraftContext } from '../context.ts'
import { frame } from '../frame.ts'
import type { Run } from '../model.ts'

/** What the known opening of conclusions yields; null where it is not there. */
export interface Opening {
  readonly meeting: Paragraph | null
  readonly basis: { readonly paragraph: Paragraph; readonly text: string } | null
  readonly report: string | null
}

/** Finds the paragraph on the meeting, the legal basis and the report by their form (un-documents.md 1.1). */
export function readOpening(context: DraftContext): Opening {
  const { meeting, basis, report } = context.grammar.opening
  const paragraphs = openingParagraphs(context)
  const onMeeting = paragraphs.find(({ text }) => meeting.test(text)) ?? null
  const bases = paragraphs.flatMap((paragraph) => {
    const text = basis.exec(paragraph.text)?.[1]
    return text === undefined ? [] : [{ paragraph, text }]
  })
  return {
    meeting: onMeeting,
    basis: bases.at(-1) ?? null,
    report: (onMeeting && report.exec(onMeeting.text)?.[1]) ?? null,
  }
}

/**
 * The paragraph on the meeting as a letter writes it: a fixed opening; who spoke for the State is a
 * fact, because the conclusions may name another than who really spoke.
 */
export function meetingRuns(context: DraftContext, { text }: Paragraph): Run[] {
  const { fixed } = context.grammar.opening
  const opened = text.replace(fixed[0], fixed[1])
  const speaker = findSpeaker(context, opened)
  if (speaker === null) return [words(opened)]
  return [
    words(opened.slice(0, speaker.at)),
    ...frame(context, 'speaker'),
    words(opened.slice(speaker.at + speaker.text.length)),
  ]
}

function findSpeaker({ grammar }: DraftContext, text: string) {
  const { speaker, notSpeaker } = grammar.opening
  const match = [...text.matchAll(speaker)].find(([subject]) => !notSpeaker.test(subject))
  return match === undefined ? null : { at: match.index, text: match[0] }
}
