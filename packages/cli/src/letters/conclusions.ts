import { createHash } from 'node:crypto'
import type { Annotation, Reading } from '@vigil/core/documents'
import type { Draft, LetterChoices, LetterFacts } from '@vigil/core/letters'
import { readInput } from '../documents/input.ts'
import { sayProblem } from '../documents/problem.ts'
import type { Context } from '../frame/context.ts'

/** A document that letters are drafted from, as it was read. */
export interface Conclusions {
  readonly name: string
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string
  readonly reading: Reading
  readonly annotation: Annotation
}

/** Reads conclusions from a file, or standard input for `-`; refuses what cannot be read. */
export async function readConclusions(path: string, context: Context): Promise<Conclusions> {
  const { readFile, warmReader } = await import('@vigil/server/documents/reader/index.ts')
  warmReader()
  const input = await readInput(path, context)
  if (!input.ok) return context.refuse(input.sentence)
  const { name, bytes } = input.file
  const read = await readFile(input.file)
  if (!read.ok) {
    const { problem: code, values = {} } = read
    return context.refuse(sayProblem(context, { name, code, values }))
  }
  const { annotate } = await import('@vigil/core/documents')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name, sha256, reading: read.reading, annotation: annotate(read.reading) }
}

/** What a letter is drafted with, beside the conclusions. */
export interface Wanted {
  readonly envelope: string
  readonly facts: LetterFacts
  readonly choices: LetterChoices
}

/** Drafts one message of the conclusions; refuses what cannot be drafted. */
export async function draftFrom(
  { name, reading, annotation }: Conclusions,
  wanted: Wanted,
  context: Context,
): Promise<Draft> {
  const { draftLetter } = await import('@vigil/core/letters')
  const result = draftLetter({ reading, annotation, ...wanted })
  if (result.ok) return result.draft
  const { problem: code, values } = result
  if (code !== 'letter.envelopeUnknown') {
    return context.refuse(sayProblem(context, { name, code, values }))
  }
  const paragraph = numberOf(wanted.envelope)
  const list = annotation.envelopes.map(({ eid }) => numberOf(eid)).join(', ')
  return context.refuse(
    list === ''
      ? context.say('letter.noMessages', { name })
      : context.say('letter.noSuchMessage', { name, paragraph, list }),
  )
}

function numberOf(eid: string): string {
  return eid.replace(/^para_/, '')
}
