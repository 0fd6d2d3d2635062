import { z } from 'zod'
import { CODE_LISTS } from '../../codes/lists.ts'
import { Id } from '../values/id.ts'
import { JsonValue } from '../values/json.ts'
import { Day, Replaces, TextId } from './stamp.ts'

/** What was said about one fact, and by which sources of the record. */
export const Claim = z.strictObject({ value: JsonValue, sources: z.array(Id).max(50).readonly() })
export type Claim = Readonly<z.infer<typeof Claim>>

/**
 * Who points to whom: children and groups, sources and responses to violations, violations to others.
 */
export const LINKS = {
  victim_of: [['victim', 'group'], 'violation'],
  supports: [['source'], 'violation'],
  answers: [['response'], 'violation'],
  occurred_during: [['violation'], 'violation'],
  resulted_from: [['violation'], 'violation'],
  remainder_of: [['violation'], 'violation'],
  related: [['incident'], 'another incident'],
} as const

export type LinkKind = keyof typeof LINKS
const LINK_KINDS = Object.keys(LINKS) as [LinkKind, ...LinkKind[]]

/** Actions that say, correct or take back what is known. */
export const FACT_ACTIONS = [
  /** An incident begins. */
  z.strictObject({ kind: z.literal('record') }),
  z.strictObject({
    kind: z.literal('add'),
    added: Id,
    subject: z.enum(['violation', 'victim', 'group', 'source', 'response']),
    /** Of a violation; null of anything else. */
    category: z.enum(CODE_LISTS.category).nullable(),
  }),
  z.strictObject({
    kind: z.literal('set'),
    subject: Id,
    element: z.string().max(40),
    claims: z.array(Claim).min(1).max(20).readonly(),
    /** Which claim is held to be true; null while that is open. */
    stands: z.int().min(0).nullable(),
    replaces: Replaces,
  }),
  z.strictObject({
    kind: z.literal('correct'),
    subject: Id,
    element: z.string().max(40),
    /** From which day on it is corrected (K3). */
    on: Day,
    from: JsonValue,
    to: JsonValue,
    reason: TextId,
    replaces: Replaces,
  }),
  z.strictObject({
    kind: z.literal('link'),
    link: z.enum(LINK_KINDS),
    from: Id,
    to: Id,
    linked: z.boolean(),
    replaces: Replaces,
  }),
  z.strictObject({ kind: z.literal('withdraw'), action: Id, reason: TextId }),
] as const
