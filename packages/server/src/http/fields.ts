import type { Problem } from '@vigil/contract/schemas'
import { type InterfaceLanguage, type Message, say } from '@vigil/core/i18n'
import type { z } from 'zod'
import { refuse } from './refuse.ts'

type Said = Omit<Message<'problems'>, 'area'>
type Issue = z.core.$ZodIssue

/** Reads `input` by `schema`, or refuses and names every field that is wrong in `language`. */
export function parseFields<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  language: InterfaceLanguage,
): z.infer<Schema> {
  const parsed = schema.safeParse(input, { reportInput: true })
  if (parsed.success) return parsed.data
  const fields: Problem['fields'] = parsed.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: say(language, { area: 'problems', ...describe(issue) }),
  }))
  return refuse('request.invalid', { fields })
}

function describe(issue: Issue): Said {
  if (issue.input === undefined && issue.code !== 'custom') return { key: 'field.missing' }
  switch (issue.code) {
    case 'too_small':
      return describeTooSmall(issue)
    case 'too_big':
      return issue.origin === 'string'
        ? { key: 'field.tooLong', values: { maximum: Number(issue.maximum) } }
        : { key: 'field.outOfRange' }
    case 'invalid_value':
      return { key: 'field.choice' }
    case 'unrecognized_keys':
      return { key: 'field.unknown' }
    case 'custom':
      return { key: isOwnKey(issue.message) ? issue.message : 'field.invalid' }
    default:
      return { key: 'field.invalid' }
  }
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
