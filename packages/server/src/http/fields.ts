import type { Problem } from '@vigil/contract/schemas'
import { type InterfaceLanguage, type Message, say } from '@vigil/core/i18n'
import type { z } from 'zod'
import { refuse } from './refuse.ts'

type Said = Omit<Message<'problems'>, 'area'>
type Issue = z.core.$ZodIssue

type Fields = NonNullable<Problem['fields']>

/** Reads `input` by `schema`, or refuses and says what is wrong in `language`. */
export function parseFields<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  language: InterfaceLanguage,
): z.infer<Schema> {
  const parsed = schema.safeParse(input, { reportInput: true })
  if (parsed.success) return parsed.data
  return refuse('request.invalid', { fields: describeFields(parsed.error, language) })
}

/** Says of every wrong field one thing. The error must have been made with `reportInput`. */
export function describeFields({ issues }: z.core.$ZodError, language: InterfaceLanguage): Fields {
  const fields: Fields = []
  for (const issue of issues) {
    const path = issue.path.join('.')
    const message = say(language, { area: 'problems', ...describe(issue) })
    if (!fields.some((field) => field.path === path)) fields.push({ path, message })
  }
  return fields
}

function describe(issue: Issue): Said {
  if (issue.code === 'custom')
    return { key: isOwnKey(issue.message) ? issue.message : 'field.invalid' }
  if (issue.input === undefined) return { key: 'field.missing' }
  if (issue.code === 'too_small') return describeTooSmall(issue)
  if (issue.code === 'too_big') return describeTooBig(issue)
  if (issue.code === 'invalid_value') return { key: 'field.choice' }
  return { key: 'field.invalid' }
}

function describeTooBig({ origin, maximum }: z.core.$ZodIssueTooBig): Said {
  if (origin !== 'string') return { key: 'field.outOfRange' }
  return { key: 'field.tooLong', values: { maximum: Number(maximum) } }
}

function describeTooSmall(issue: z.core.$ZodIssueTooSmall): Said {
  if (issue.origin !== 'string') return { key: 'field.outOfRange' }
  const minimum = Number(issue.minimum)
  return minimum === 1 ? { key: 'field.missing' } : { key: 'field.tooShort', values: { minimum } }
}

/** Schemas name a sentence of the catalogue where zod has none that fits. */
function isOwnKey(message: string): message is 'passphrase.tooShort' | 'passphrase.common' {
  return message === 'passphrase.tooShort' || message === 'passphrase.common'
}
