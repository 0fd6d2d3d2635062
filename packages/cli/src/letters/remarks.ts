import type { Draft, DraftFlagCode } from '@vigil/core/letters'
import type { Context } from '../frame/context.ts'

/** What a person must still do about a draft: facts that are missing, flags with the points they stand at. */
export function describeRemarks(draft: Draft, context: Context): string[] {
  return [...describeMissing(draft, context), ...describeFlags(draft, context)]
}

function describeMissing({ missing, parts }: Draft, context: Context): string[] {
  if (missing.length === 0) return []
  const runs = parts.flatMap(({ blocks }) => blocks.flatMap((block) => block.runs))
  const width = Math.max(...missing.map((fact) => fact.length))
  return [
    context.say('letter.missing', { count: missing.length }),
    ...missing.map((fact) => {
      const blank = runs.find((run) => run.blank === fact)
      return `  ${fact.padEnd(width)}  ${blank?.text ?? ''}`.trimEnd()
    }),
  ]
}

function describeFlags({ flags, parts }: Draft, context: Context): string[] {
  const blocks = parts.flatMap((part) => part.blocks)
  return [...new Set(flags.map(({ code }) => code))].map((code: DraftFlagCode) => {
    const markers = flags
      .filter((flag) => flag.code === code && flag.block !== null)
      .map(({ block }) => blocks.find(({ id }) => id === block)?.marker ?? block)
    const sentence = context.say(`letter.flag.${code}`)
    return markers.length === 0 ? sentence : `${sentence} ${markers.join(', ')}`
  })
}
